using Kb.Desk;
using Kb.Desk.Calendars;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Hosting;

/// <summary>Registers the desk with the data folder's database and the configured working hours.</summary>
internal static class DeskRegistration
{
    public static IServiceCollection AddKbDesk(this IServiceCollection services, DataFolder data, IConfiguration configuration) =>
        services.AddKbDesk(
            new DeskDatabase(data.Database),
            (configuration.GetSection(CalendarOptions.Section).Get<CalendarOptions>() ?? new CalendarOptions()).ToCalendar());

    /// <summary>Creates or upgrades the desk's tables.</summary>
    public static Task PrepareDeskAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<DeskDatabase>()
            .PrepareAsync(services.GetRequiredService<IDbContextFactory<DeskDbContext>>(), cancellationToken);
}

using Kb.Bot.Answers;
using Kb.Bot.Evaluation;
using Kb.Desk.Calendars;
using Kb.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Kb.Web.Knowledge.Models;

internal static class ModelRegistration
{
    private const string RecordFile = "bot-model.json";

    /// <summary>The model of the bot: which one is in charge, and what another must show to replace it.</summary>
    public static IServiceCollection AddBotModels(this IServiceCollection services, HostSettings settings)
    {
        services.AddOptions<AnswerOptions>().BindConfiguration(AnswerOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart(); // A bad threshold stops the start, not the first student.
        services.AddOptions<ModelGateOptions>().BindConfiguration(ModelGateOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(provider => new IntentModelCache(settings.Models ?? settings.Data.Models, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => RenewalOf(
            provider.GetRequiredService<IntentModelCache>(),
            settings.Data,
            provider.GetRequiredService<IOptions<AnswerOptions>>().Value,
            provider.GetRequiredService<IOptions<ModelGateOptions>>().Value,
            provider.GetRequiredService<WorkingCalendar>().Zone,
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Put together with the record of a data folder.</summary>
    public static BotRenewal RenewalOf(IntentModelCache models, DataFolder data, AnswerOptions answers, ModelGateOptions gate, TimeZoneInfo zone, TimeProvider time) =>
        new(models, new ModelRecordFile(Path.Combine(data.Root, RecordFile)), answers, new ModelGate(gate), zone, time);
}

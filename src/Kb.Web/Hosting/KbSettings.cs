namespace Kb.Web.Hosting;

/// <summary>Where a school's own settings come from, for the server and for verbs alike.</summary>
internal static class KbSettings
{
    /// <summary>The data folder's <c>settings.json</c>, then environment variables, which win: a service manager must be able to overrule a file.</summary>
    public static IConfigurationBuilder AddKbSettings(this IConfigurationBuilder configuration, DataFolder data) =>
        configuration
            .AddJsonFile(data.SettingsFile, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables();
}

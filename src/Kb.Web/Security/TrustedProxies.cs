using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kb.Web.Security;

/// <summary>
/// Believes <c>X-Forwarded-*</c> only from the proxies that the configuration names (<c>Kb:Proxies</c>: addresses or networks like
/// <c>10.0.0.0/8</c>). By default it believes nobody, not even this machine: anybody may send such a header.
/// </summary>
internal static class TrustedProxies
{
    public const string Section = "Kb:Proxies";

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in configuration.GetSection(Section).Get<string[]>() ?? [])
            {
                Trust(options, proxy);
            }

            options.ForwardedHeaders = options.KnownProxies.Count + options.KnownIPNetworks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        });
        return services;
    }

    private static void Trust(ForwardedHeadersOptions options, string proxy)
    {
        if (IPAddress.TryParse(proxy, out var address))
        {
            options.KnownProxies.Add(address);
        }
        else if (System.Net.IPNetwork.TryParse(proxy, out var network))
        {
            options.KnownIPNetworks.Add(network);
        }
        else
        {
            throw new InvalidOperationException($"{Section}: «{proxy}» is neither an address nor a network such as 10.0.0.0/8.");
        }
    }
}

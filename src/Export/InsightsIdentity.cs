using Azure.Core;
using Azure.Identity;

namespace Soundoff.Export;

/// <summary>Reads whose identity sends to Application Insights, in the words of the Functions host: <c>Authorization=AAD;ClientId=…</c>.</summary>
internal static class InsightsIdentity
{
    /// <summary>The identity; null when nothing is said, since the connection string is then enough.</summary>
    /// <exception cref="FormatException">Something else is said.</exception>
    public static TokenCredential? Of(string? setting)
    {
        if (setting is null) return null;
        var clientId = ClientId(setting);
        return new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
    }

    /// <summary>The client id of a user-assigned identity; null for the system-assigned one.</summary>
    internal static string? ClientId(string setting)
    {
        string? clientId = null;
        var isEntra = false;
        foreach (var part in setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var value = part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
            if (part.StartsWith("Authorization=", StringComparison.OrdinalIgnoreCase)) isEntra = value.Equals("AAD", StringComparison.OrdinalIgnoreCase);
            else if (part.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase)) clientId = value;
            else throw Unreadable();
        }

        return isEntra ? clientId : throw Unreadable();
    }

    private static FormatException Unreadable() =>
        new($"{TelemetryExport.InsightsAuthentication} cannot be read: write Authorization=AAD, and ;ClientId= with the identity's client id for a user-assigned one.");
}

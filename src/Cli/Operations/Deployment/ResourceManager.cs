using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Something in Azure was not told.</summary>
/// <param name="status">What answered instead; null when nothing did.</param>
/// <param name="cause">What was thrown, if anything.</param>
internal sealed class NotToldException(HttpStatusCode? status, Exception? cause = null) : Exception(status is { } code ? FormattableString.Invariant($"It answers {(int)code}.") : "It does not answer.", cause)
{
    public HttpStatusCode? Status { get; } = status;
}

/// <summary>Reads what Azure's resource manager and a vault know, as whoever is signed in here. Changes nothing.</summary>
/// <param name="address">The resource manager's address.</param>
/// <param name="credential">Who asks.</param>
/// <param name="http">Its timeout is that of one question.</param>
internal sealed class ResourceManager(Uri address, TokenCredential credential, HttpClient http)
{
    private const string VaultVersion = "7.4";
    private const string VaultAudience = "https://vault.azure.net";

    /// <summary>Of public Azure; other clouds have their own.</summary>
    public static Uri Public { get; } = new("https://management.azure.com/");

    /// <summary>What a path holds.</summary>
    /// <exception cref="NotToldException">It was not told.</exception>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">Nobody is signed in.</exception>
    public Task<JsonElement> GetAsync(string path, string version, CancellationToken cancellation) =>
        AskAsync(new(address, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api-version={version}"), address.GetLeftPart(UriPartial.Authority), cancellation);

    /// <summary>The elements of a list.</summary>
    /// <inheritdoc cref="GetAsync" />
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path, string version, CancellationToken cancellation) =>
        (await GetAsync(path, version, cancellation)).TryGetProperty("value", out var all) ? [.. all.EnumerateArray()] : [];

    /// <summary>A secret's text.</summary>
    /// <inheritdoc cref="GetAsync" />
    public async Task<string> SecretAsync(Uri vault, string name, CancellationToken cancellation) =>
        (await AskAsync(new(vault, $"secrets/{name}?api-version={VaultVersion}"), VaultAudience, cancellation)).GetProperty("value").GetString()!;

    private async Task<JsonElement> AskAsync(Uri what, string audience, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, what);
        // Tokens are for Azure alone, and over HTTPS.
        if (!what.IsLoopback) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await credential.GetTokenAsync(new([audience + "/.default"]), cancellation)).Token);
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            if (!answer.IsSuccessStatusCode) throw new NotToldException(answer.StatusCode);
            using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return json.RootElement.Clone();
        }
        catch (Exception lost) when (lost is HttpRequestException or JsonException || (lost is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new NotToldException(null, lost);
        }
    }
}

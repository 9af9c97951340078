using System.Net;
using System.Net.Http.Headers;

namespace Soundoff.Web;

/// <summary>Fetches what others serve: follows redirects, tries again what may pass, and never waits for ever.</summary>
public sealed class Fetcher : IDisposable
{
    /// <summary>How long a server may send nothing.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    private const int MostRedirects = 10;
    private const int Tries = 4;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _firstRest;

    /// <param name="inner">Whether addresses of this machine and its own network may be fetched, which a stranger must never make us do.</param>
    /// <param name="clock">Measures rests.</param>
    /// <param name="firstRest">How long it waits before the second try; then twice as long each time.</param>
    public Fetcher(bool inner, TimeProvider clock, TimeSpan firstRest)
    {
        (_clock, _firstRest) = (clock, firstRest);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            MaxResponseHeadersLength = 64,
            UseCookies = false,
            UseProxy = true,
        };
        if (!inner) handler.ConnectCallback = PublicNet.ConnectAsync;
        _http = new(handler) { Timeout = LongestSilence };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Soundoff/" + (typeof(Fetcher).Assembly.GetName().Version?.ToString(2) ?? "0"));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The answer to a GET, its body not read yet.</summary>
    /// <param name="address">http or https.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="range">Asks for a part, as it comes: a recording's bytes are never unpacked on the way.</param>
    /// <param name="validator">Of what was fetched before: the part is sent only if it is still that.</param>
    /// <exception cref="UnreachableException">It cannot be had.</exception>
    public async Task<WebAnswer> GetAsync(Uri address, CancellationToken cancellation, RangeHeaderValue? range = null, string? validator = null)
    {
        for (var (tried, rest) = (1, _firstRest); ; tried++, rest *= 2)
        {
            var (answer, why) = await TryAsync(address, range, validator, cancellation);
            if (answer is { IsGood: true }) return answer;
            using (answer)
            {
                if (tried == Tries || answer is { MayPass: false }) throw why ?? new UnreachableException(answer!.Said);
                rest = answer?.RetryAfter is { } asked && asked < LongestRest ? asked : rest;
            }

            await Task.Delay(rest, _clock, cancellation);
        }
    }

    private async Task<(WebAnswer? Answer, UnreachableException? Why)> TryAsync(Uri address, RangeHeaderValue? range, string? validator, CancellationToken cancellation)
    {
        try
        {
            return (await FollowAsync(address, range, validator, cancellation), null);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            return (null, new("did not answer within a minute", slow));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return (null, new($"cannot be reached: {failure.Message.TrimEnd('.')}", failure));
        }
    }

    private async Task<WebAnswer> FollowAsync(Uri address, RangeHeaderValue? range, string? validator, CancellationToken cancellation)
    {
        var (at, moved) = (address, true);
        Uri? newHome = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            if (at.Scheme is not ("http" or "https")) throw new UnreachableException($"leads to {at.Scheme}:, which is not fetched");
            if (!seen.Add(at.AbsoluteUri) || seen.Count > MostRedirects) throw new UnreachableException("redirects in a circle, or without an end");
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (range is not null)
            {
                request.Headers.Range = range;
                request.Headers.AcceptEncoding.ParseAdd("identity");
                if (validator is not null) request.Headers.TryAddWithoutValidation("If-Range", validator);
            }

            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } next) return new(response, at, newHome);
            // Only while every step so far was for good has the thing itself a new home.
            moved &= (int)response.StatusCode is 301 or 308;
            response.Dispose();
            at = new(at, next);
            if (moved) newHome = at;
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Soundoff.Web;

/// <summary>What a server answered.</summary>
/// <param name="response">The answer.</param>
/// <param name="address">Where it was found at last.</param>
/// <param name="newHome">Where it lies now for good, by redirects that say so; null when it lies where it was asked for.</param>
public sealed class WebAnswer(HttpResponseMessage response, Uri address, Uri? newHome) : IDisposable
{
    public Uri Address => address;

    public Uri? NewHome => newHome;

    public bool IsGood => response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable;

    /// <summary>Whether a part was sent, as it was asked for.</summary>
    public bool IsPart => response.StatusCode == HttpStatusCode.PartialContent;

    /// <summary>Whether what was asked for begins after the end.</summary>
    public bool IsPastEnd => response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable;

    /// <summary>Whether another try may do better.</summary>
    public bool MayPass => (int)response.StatusCode is 408 or 425 or 429 or >= 500;

    public TimeSpan? RetryAfter => response.Headers.RetryAfter?.Delta;

    /// <summary>The end of a sentence.</summary>
    public string Said => string.Create(CultureInfo.InvariantCulture, $"answers {(int)response.StatusCode} ({response.ReasonPhrase})");

    /// <summary>The media type in lower case, without parameters.</summary>
    public string Type => response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "";

    public string? Charset => response.Content.Headers.ContentType?.CharSet?.Trim('"');

    /// <summary>Of the whole in bytes, of a part too; null when it is not told.</summary>
    public long? Length => response.Content.Headers.ContentRange?.Length ?? (IsPart || response.Content.Headers.ContentEncoding.Count > 0 ? null : response.Content.Headers.ContentLength);

    /// <summary>What tells this version from others; null when nothing surely does.</summary>
    public string? Validator => response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : response.Content.Headers.LastModified?.ToString("r", CultureInfo.InvariantCulture);

    /// <summary>Copies the body.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="most">Bytes at most.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="got">Is told of each piece, in bytes.</param>
    /// <exception cref="UnreachableException">It is larger, or broke off.</exception>
    public async Task CopyAsync(Stream target, long most, CancellationToken cancellation, Action<int>? got = null)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var piece = new byte[128 * 1024];
            for (var total = 0L; ;)
            {
                using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                silence.CancelAfter(Fetcher.LongestSilence);
                var count = await body.ReadAsync(piece, silence.Token);
                if (count == 0) return;
                if ((total += count) > most) throw new UnreachableException(string.Create(CultureInfo.InvariantCulture, $"sends more than {most:N0} bytes"));
                await target.WriteAsync(piece.AsMemory(0, count), cancellation);
                got?.Invoke(count);
            }
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreachableException("fell silent", slow);
        }
        catch (Exception broken) when (broken is HttpRequestException or HttpIOException || broken is IOException { InnerException: SocketException })
        {
            throw new UnreachableException("broke off", broken);
        }
    }

    public void Dispose() => response.Dispose();
}

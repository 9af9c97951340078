using System.Net;
using System.Net.Http.Headers;
using Soundoff.Mail.Receiving;

namespace Soundoff.Cli.Letters.Posting;

/// <summary>A message as SendGrid would post it to a webhook.</summary>
/// <param name="body">The whole form.</param>
public sealed class LetterPost(byte[] body)
{
    // The webhook answers when a message is stored, not when it is dealt with.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(100);

    /// <summary>Makes it of a message.</summary>
    /// <param name="message">As it is in a file.</param>
    /// <param name="envelope">Its envelope.</param>
    /// <param name="defaultMode">Taken apart, as Inbound Parse does unless it is told to send messages raw.</param>
    public static LetterPost Of(byte[] message, LetterEnvelope envelope, bool defaultMode) =>
        new(defaultMode ? SendGridForm.Default(message, envelope) : SendGridForm.Raw(message, envelope));

    /// <summary>The id that the letter has if it is received at a time.</summary>
    public Task<string> IdAsync(DateTimeOffset received, CancellationToken cancellation) =>
        InboundMail.IdOfAsync(new(new MemoryStream(body), MultipartBody.ContentType, _ => null, _ => null), received, cancellation);

    /// <summary>Posts it.</summary>
    /// <returns>What the webhook answered.</returns>
    /// <exception cref="CannotRunException">Nothing answers there.</exception>
    public async Task<HttpStatusCode> SendAsync(Uri webhook, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = LongestAnswer };
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(MultipartBody.ContentType);
        try
        {
            using var response = await http.PostAsync(webhook, content, cancellation);
            return response.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            // Without its query: that may hold the key.
            throw new CannotRunException($"Nothing answers at {webhook.GetLeftPart(UriPartial.Path)}.", "Start 'soundoff serve', or say with --url where the webhook is.", failure);
        }
    }
}

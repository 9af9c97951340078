using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using SendGrid;

namespace Soundoff.Mail.Sending;

/// <summary>
/// Sends through SendGrid's v3 API, with the promises of <see cref="SendTries"/>. 429, 5xx and a lost connection may pass; other refusals are final.
/// </summary>
public sealed partial class SendGridSender : IMailSender
{
    private readonly SendGridClient _client;
    private readonly TimeProvider _clock;
    private readonly ILogger<SendGridSender> _logger;
    private readonly SendTries _tries;

    /// <param name="http">Its timeout is that of one try.</param>
    /// <param name="key">The API key; it needs "Mail Send" and nothing else.</param>
    /// <param name="url">The API's base address.</param>
    /// <param name="clock">Pauses.</param>
    /// <param name="logger">Is told of statuses, never of addresses.</param>
    public SendGridSender(HttpClient http, string key, Uri url, TimeProvider clock, ILogger<SendGridSender> logger)
    {
        _client = new(http, new SendGridClientOptions { ApiKey = key, Host = url.GetLeftPart(UriPartial.Authority) });
        (_clock, _logger, _tries) = (clock, logger, new(clock, logger));
    }

    /// <inheritdoc />
    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var message = SendGridRequest.Of(mail);
        return _tries.RunAsync(mail, stop => TryAsync(message, stop), cancellation);
    }

    private async Task<SendTry> TryAsync(SendGrid.Helpers.Mail.SendGridMessage message, CancellationToken cancellation)
    {
        try
        {
            var response = await _client.SendEmailAsync(message, cancellation);
            using var body = response.Body;
            var status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode) return new("") { Result = SendResult.Sent };
            var failure = $"SendGrid answered {status}.";
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return new(failure) { Asked = Reset(response.Headers) };
            if (status >= 500) return new(failure);
            // The key is wrong, or the sender's domain is not verified: nothing is wrong with the message, so it is not given up.
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) return new(failure + " Check Mail:SendGridKey and the sender's verified domain.") { IsOurs = true };
            Refused(status);
            return new(failure) { Result = new(SendOutcome.Refused, await SendGridErrors.ReadAsync(body, status, cancellation)) };
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var isSent = lost is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
            return new(isSent ? "SendGrid did not answer." : "SendGrid cannot be reached.") { MayBeTaken = isSent, Cause = lost };
        }
    }

    // The header holds a time, in seconds since 1970.
    private TimeSpan? Reset(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("X-RateLimit-Reset", out var values) || !long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return null;
        if (seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return null;
        var wait = DateTimeOffset.FromUnixTimeSeconds(seconds) - _clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    [LoggerMessage(4, LogLevel.Warning, "SendGrid refused a mail with {Status}.")]
    private partial void Refused(int status);
}

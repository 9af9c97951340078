using Soundoff.Mail.Sorting;
using Soundoff.Telemetry;
using Soundoff.Texts;

namespace Soundoff.Mail.Sending;

/// <summary>Traces and counts what is sent, whoever sends it.</summary>
internal sealed class MeasuredSender(IMailSender sender, Instruments instruments) : IMailSender
{
    /// <summary>Who sends.</summary>
    public IMailSender Inner => sender;

    /// <inheritdoc />
    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation) => Tracing.StepAsync(Spans.SendMail, async span =>
    {
        // Our message ids tell what a mail is.
        var kind = OurMessageId.TryParse(mail.MessageId, out var id) ? id.Kind : "other";
        var outcome = "failed";
        span?.SetTag(Tags.Kind, kind).SetTag(Tags.Show, id?.Show);
        try
        {
            var result = await sender.SendAsync(mail, cancellation);
            outcome = EnumName.Of(result.Outcome);
            return result;
        }
        finally
        {
            span?.SetTag(Tags.Outcome, outcome);
            instruments.Mailed(kind, outcome);
        }
    });
}

using System.Text.RegularExpressions;
using Soundoff.Limits;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting.Bounces;

/// <summary>
/// The signs by which a bounce in plain prose gives itself away. A listener may quote every word of a bounce, so words alone never decide: an address no person
/// has, or what only a program puts into a header, must agree with them.
/// </summary>
internal sealed partial class BounceSigns
{
    // What a mail system has to say it says first.
    private const int Opening = 3000;

    private readonly DaemonSender sender;
    private readonly bool subject;
    private readonly bool wording;
    private readonly bool returned;
    private readonly bool machine;
    private readonly bool code;
    private readonly bool owned;
    private readonly bool pathless;

    private BounceSigns(ReadMail mail)
    {
        sender = DaemonAddress.Of(mail);
        pathless = NoAnswer.HasNullReturnPath(mail);
        machine = pathless || IsMachine(mail);
        owned = mail.Header("X-Failed-Recipients") is not null || mail.Header("X-MS-Exchange-Message-Is-Ndr") is not null;
        var handled = Sorting.Subjects.IsHandled(mail.Subject);
        subject = !handled && BounceWords.Subjects.Begin(FoldedText.Of(Unmarked(mail.Subject), 200));

        // A person's letter ends here: nothing so far, so no words can make it a bounce.
        if (sender == DaemonSender.None && !machine && !owned && !subject) return;
        var text = Unquoted(mail.WholeText.Length > 0 ? mail.WholeText : mail.Text);
        var folded = FoldedText.Of(text);
        wording = BounceWords.Wording.StandIn(folded);
        code = ReplyCode().IsMatch(text);
        returned = mail.Structure.ReturnedHeaders is not null || mail.Structure.DeliveryStatus is not null
            || mail.Structure.Types.Any(t => t is "message/rfc822" or "text/rfc822-headers" or "message/global" or "message/global-headers")
            || BounceWords.Returned.StandIn(folded) || HasHeaderBlock(mail.WholeText);
    }

    /// <summary>Reads the signs off a message.</summary>
    public static BounceSigns Of(ReadMail mail) => new(mail);

    /// <summary>An address no person has, and one sign more.</summary>
    public bool IsByDaemon => sender == DaemonSender.Sure && (subject || wording || returned || machine || code || owned);

    /// <summary>
    /// A role's address with two signs more; a program's header with two, one of them a subject or sentence; a header that only bounces have with one; an empty return path with words of a bounce; any address
    /// where subject, sentence and returned message come together untouched by a person.
    /// </summary>
    public bool IsProse
    {
        get
        {
            var spoken = subject || wording;
            var told = Count(subject, wording, returned, code);
            if ((owned && (spoken || returned || code)) || (pathless && (spoken || code))) return true;
            if (sender == DaemonSender.Likely && spoken && told + (machine ? 1 : 0) >= 2) return true;
            if (machine && spoken && told >= 2) return true;
            return subject && wording && returned;
        }
    }

    /// <summary>Its subject or a sentence says that a message was not delivered. Enough only where the sender is known to be a program.</summary>
    public bool IsSpoken => subject || wording;

    private static int Count(params ReadOnlySpan<bool> signs) => signs.Count(true);

    private static bool IsMachine(ReadMail mail) =>
        (mail.Header("Auto-Submitted") is { } value && !value.AsSpan().Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || (mail.Header("Return-Path") ?? mail.Header("Sender") ?? "").Contains("mailer-daemon", StringComparison.OrdinalIgnoreCase)
        || mail.Header("From") is { } from && from.AsSpan().Trim() is "<>" or "";

    private static string Unmarked(string subject) =>
        subject.StartsWith('[') && subject.IndexOf(']', StringComparison.Ordinal) is > 0 and var end ? subject[(end + 1)..] : subject;

    private static string Unquoted(string text)
    {
        var opening = text.Length > Opening ? text[..Opening] : text;
        if (!opening.Contains('>', StringComparison.Ordinal)) return opening;
        return string.Join('\n', opening.Split('\n').Where(l => !l.StartsWith("> ", StringComparison.Ordinal)));
    }

    // Three different header fields on neighbouring lines, one of which only travels between mail systems.
    private static bool HasHeaderBlock(string text)
    {
        var (run, trace) = (0, false);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var bare = line.TrimStart("> ");
            if (line.Length > 0 && line[0] is ' ' or '\t' && run > 0 && !FieldName().IsMatch(bare)) continue;
            if (FieldName().IsMatch(bare))
            {
                run++;
                trace |= bare.StartsWith("Received:", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)
                    || bare.StartsWith("Return-Path:", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase);
                if (run >= 3 && trace) return true;
            }
            else
            {
                (run, trace) = (0, false);
            }
        }

        return false;
    }

    // A refusal as SMTP (RFC 5321) or RFC 3463 writes it; a number alone is an episode's as often as a server's.
    [GeneratedRegex(
        """
          \b[45]\d\d[ -]\#?[45]\.\d{1,3}\.\d{1,3}\b
        | \#[45]\.\d{1,3}\.\d{1,3}\b
        | \b(?:smtp|RCPT[ ]TO|MAIL[ ]FROM|said|returned|error|code|status)\b[^\n]{0,80}\b[45]\d\d\b
        | ^[ \t]*(?:<<<|>>>)\s
        | ^[ \t]*5\d\d[ -]{1,3}[A-Za-z<]
        """,
        Patterns.LinearAnyCase | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace, Patterns.TimeLimit)]
    private static partial Regex ReplyCode();

    [GeneratedRegex(
        """
        ^(?:Received|Message-ID|Return-Path|From|To|Subject|Date|Cc|MIME-Version|Content-Type|Content-Transfer-Encoding
        |Reply-To|Sender|DKIM-Signature|X-[A-Za-z0-9-]{1,40}):
        """,
        Patterns.LinearAnyCase | RegexOptions.IgnorePatternWhitespace, Patterns.TimeLimit)]
    private static partial Regex FieldName();
}

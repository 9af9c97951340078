using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting;

/// <summary>Addresses that say of themselves that nobody reads what is sent there: programs write from them.</summary>
internal static class UnattendedSender
{
    // Without what people put between the words.
    private static readonly string[] Boxes = ["noreply", "donotreply", "autorepl", "autorespon", "vacation", "nepasrepondre", "nichtantworten", "notify", "notification", "alert"];

    /// <summary>Whether the message also asks for no automatic answer: then two signs say that a program wrote.</summary>
    public static bool Holds(Evidence evidence) => NoAnswer.IsWanted(evidence.Mail) && Is(evidence.Mail);

    public static bool Is(ReadMail mail)
    {
        if (!MailAddress.TryParse(mail.Address, out var author)) return false;
        var box = author.Mailbox.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return Boxes.Any(b => box.StartsWith(b, StringComparison.OrdinalIgnoreCase));
    }
}

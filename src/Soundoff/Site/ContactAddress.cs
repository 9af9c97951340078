using System.Text;

namespace Soundoff.Site;

/// <summary>The address listeners write to. An episode's own is plus-addressed, so that an answer finds its episode.</summary>
/// <param name="Mailbox">Before the at sign: <c>contact</c>.</param>
/// <param name="Domain">After it.</param>
public sealed record ContactAddress(string Mailbox, string Domain)
{
    /// <summary>The fewest characters of a slug's beginning that stand for the slug.</summary>
    public const int ShortestTag = 24;

    // RFC 5321 section 4.5.3.1.1, in octets.
    private const int LongestMailbox = 64;

    /// <summary>
    /// The mailbox for one episode: <c>contact+hanoi</c>. Of a slug that is too long for a mailbox, its beginning; where even that would be too short to
    /// tell episodes apart, the show's own.
    /// </summary>
    public string MailboxFor(string? slug)
    {
        if (slug is null) return Mailbox;
        var tag = Fitting(slug, LongestMailbox - Encoding.UTF8.GetByteCount(Mailbox) - 1);
        return tag.Length == slug.Length || tag.Length >= ShortestTag ? WholeMailboxFor(tag) : Mailbox;
    }

    /// <summary>The mailbox for one episode with the whole slug, for messages that never pass through a mail system.</summary>
    public string WholeMailboxFor(string? slug) => slug is null ? Mailbox : $"{Mailbox}+{slug}";

    /// <summary>What a reader without JavaScript sees: no address that a harvester would find.</summary>
    public string Readable => $"{Mailbox} at {Domain}";

    /// <summary>A publisher's text with the address, where it stands in it, in its readable form.</summary>
    public string Hide(string text) => text.Replace($"{Mailbox}@{Domain}", Readable, StringComparison.OrdinalIgnoreCase);

    private static string Fitting(string slug, int octets)
    {
        var fitting = new StringBuilder(slug.Length);
        foreach (var rune in slug.EnumerateRunes())
        {
            if ((octets -= rune.Utf8SequenceLength) < 0) return fitting.ToString().TrimEnd('-');
            fitting.Append(rune.ToString());
        }

        return slug;
    }
}

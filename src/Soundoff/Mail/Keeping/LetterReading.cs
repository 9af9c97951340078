using Soundoff.Limits;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Sorting.Person;

namespace Soundoff.Mail.Keeping;

/// <summary>Makes of a message, as read and sorted, the letter that is kept.</summary>
internal static class LetterReading
{
    private const int LongestExcerpt = 160;
    private const int LongestText = 500_000;

    public static Letter Of(KeptMail kept, ReadMail mail, Verdict verdict, EpisodeMatch match)
    {
        var wish = PublicationWish.Of(mail);
        return new Letter
        {
            Id = kept.Id,
            Show = match.Show ?? LetterStore.NoShow,
            Received = kept.Delivery.Received,
            Class = verdict.Class,
            Rule = verdict.Rule,
            Episode = match.Slug,
            EpisodeRule = match.Rule,
            Excerpt = Excerpt(mail.Text),
            ForbidsPublication = wish.ForbidsPublication,
            ForbidsName = wish.ForbidsName,
            Content = new()
            {
                Name = kept.Name ?? mail.Name,
                Address = mail.Address,
                NamesSeveralAuthors = mail.NamesSeveralAuthors,
                Envelope = kept.Delivery.From,
                Place = kept.Place ?? SenderPlace.Of(mail),
                Subject = mail.Subject,
                Text = Cut(mail.Text, LongestText),
                WholeText = Cut(mail.WholeText, LongestText),
                TrimmedLines = mail.Quoted.Split('\n').Count(line => line.Length > 0),
                WantsNoAnswer = NoAnswer.IsWanted(mail),
                MessageId = mail.MessageId,
                Answers = [.. mail.Answers.Take(50)],
                SpamScore = kept.Delivery.SpamScore,
                Spf = kept.Delivery.Spf,
                Dkim = kept.Delivery.Dkim,
                Attachments = mail.Attachments,
                Repairs = kept.Form == MailForm.Unreadable ? [.. mail.Repairs, "What came was no message: it is attached as it came."] : mail.Repairs,
                UnknownEpisode = match.UnknownSlug,
            },
        };
    }

    /// <summary>Reads a kept message whole; null when it is gone. What takes too long to read is a letter too: its beginning, with the message attached as it came.</summary>
    /// <param name="mails">Where it is kept.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="longest">How long reading may take; as <see cref="ReadingTime.OfLetters"/> says when left out.</param>
    public static async Task<(OpenedMail Opened, byte[] Raw)?> OpenAsync(MailStore mails, string id, CancellationToken cancellation, TimeSpan? longest = null)
    {
        try
        {
            await using var stream = await mails.OpenAsync(id, cancellation);
            using var bytes = new MemoryStream((int)Math.Min(stream.Length, int.MaxValue));
            await stream.CopyToAsync(bytes, cancellation);
            var raw = bytes.ToArray();
            return (await ReadingTime.LimitAsync(longest ?? ReadingTime.OfLetters, _ => Task.FromResult(MailReader.Open(raw)), () => MailReader.Untaken(raw), cancellation), raw);
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static string Excerpt(string text) => Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(40)), LongestExcerpt);

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";
    }
}

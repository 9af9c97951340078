using Soundoff.Mail.Letters;
using Soundoff.Texts;

namespace Soundoff.Cli.Letters;

/// <summary>The output of <c>soundoff letters list --json</c> and <c>show --json</c>: one object per letter, each on a line of its own.</summary>
internal static class LetterJson
{
    /// <summary>A line of the list, without its end.</summary>
    public static string Line(Letter letter) => JsonOutput.Line(new
    {
        letter.Id,
        letter.Show,
        letter.Received,
        letter.Content!.Name,
        letter.Episode,
        Class = EnumName.Of(letter.Class),
        letter.Rule,
        State = EnumName.Of(letter.State),
        letter.Excerpt,
    });

    /// <summary>The whole record.</summary>
    public static string Whole(Letter letter) => JsonOutput.Line(new
    {
        letter.Id,
        letter.Show,
        letter.Received,
        letter.Episode,
        letter.EpisodeRule,
        Class = EnumName.Of(letter.Class),
        letter.Rule,
        State = EnumName.Of(letter.State),
        letter.ForbidsPublication,
        letter.ForbidsName,
        letter.Quiet,
        letter.Acknowledged,
        Forwarded = letter.Forwarded.Count,
        letter.Content!.Name,
        letter.Content.Address,
        letter.Content.Envelope,
        letter.Content.Place,
        letter.Content.Subject,
        letter.Content.Text,
        letter.Content.WholeText,
        letter.Content.MessageId,
        letter.Content.Answers,
        letter.Content.SpamScore,
        letter.Content.Spf,
        letter.Content.Dkim,
        Attachments = letter.Content.Attachments.Select(file => new { file.Name, file.Type, file.Size, Handling = EnumName.Of(file.Handling) }),
        letter.Content.Repairs,
        letter.Content.Override,
        letter.Content.UnknownEpisode,
    });
}

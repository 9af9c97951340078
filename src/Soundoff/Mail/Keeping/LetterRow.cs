using System.Text.Json;
using Azure.Data.Tables;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Sorting;

namespace Soundoff.Mail.Keeping;

/// <summary>A letter's row: all but its content, which is a blob, since a text may be longer than a row.</summary>
internal static class LetterRow
{
    public static TableEntity Write(Letter letter) => new(letter.Show, LetterKeys.Letter(letter.Received, letter.Id))
    {
        [nameof(letter.Id)] = letter.Id,
        [nameof(letter.Received)] = letter.Received,
        [nameof(letter.Class)] = letter.Class.ToString(),
        [nameof(letter.Rule)] = letter.Rule,
        [nameof(letter.Episode)] = letter.Episode,
        [nameof(letter.EpisodeRule)] = letter.EpisodeRule,
        [nameof(letter.Excerpt)] = letter.Excerpt,
        [nameof(letter.State)] = letter.State.ToString(),
        [nameof(letter.ForbidsPublication)] = letter.ForbidsPublication,
        [nameof(letter.ForbidsName)] = letter.ForbidsName,
        [nameof(letter.Sender)] = letter.Sender,
        [nameof(letter.About)] = letter.About,
        [nameof(letter.FailedShow)] = letter.FailedShow,
        [nameof(letter.Quiet)] = letter.Quiet,
        [nameof(letter.Acknowledged)] = letter.Acknowledged,
        [nameof(letter.Forwarded)] = string.Join(' ', letter.Forwarded),
    };

    public static Letter Read(TableEntity row) => new()
    {
        Show = row.PartitionKey,
        Id = row.GetString(nameof(Letter.Id)),
        Received = row.GetDateTimeOffset(nameof(Letter.Received))!.Value,
        Class = Enum.Parse<MailClass>(row.GetString(nameof(Letter.Class))),
        Rule = row.GetString(nameof(Letter.Rule)),
        Episode = row.GetString(nameof(Letter.Episode)),
        EpisodeRule = row.GetString(nameof(Letter.EpisodeRule)),
        Excerpt = row.GetString(nameof(Letter.Excerpt)),
        State = Enum.Parse<LetterState>(row.GetString(nameof(Letter.State))),
        ForbidsPublication = row.GetBoolean(nameof(Letter.ForbidsPublication)) ?? false,
        ForbidsName = row.GetBoolean(nameof(Letter.ForbidsName)) ?? false,
        Sender = row.GetString(nameof(Letter.Sender)),
        About = row.GetString(nameof(Letter.About)),
        FailedShow = row.GetString(nameof(Letter.FailedShow)),
        Quiet = row.GetBoolean(nameof(Letter.Quiet)) ?? false,
        Acknowledged = row.GetBoolean(nameof(Letter.Acknowledged)) ?? false,
        Forwarded = (row.GetString(nameof(Letter.Forwarded)) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ETag = row.ETag,
    };

    /// <summary>A published letter's row: what the page needs and nothing more.</summary>
    public static TableEntity Published(Letter letter, PublishedLetter shown) =>
        new(letter.Show, LetterKeys.Published(letter.Episode!, letter.Received, letter.Id)) { ["Shown"] = JsonSerializer.Serialize(shown) };

    public static PublishedLetter Published(TableEntity row) => JsonSerializer.Deserialize<PublishedLetter>(row.GetString("Shown"))!;
}

using System.Globalization;
using Soundoff.Languages;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Templates;
using Soundoff.Shows;
using Soundoff.Storage;

namespace Soundoff.Mail.Answering;

/// <summary>A letter as the hosts' mail names it: its words, its facts and its signed link.</summary>
public sealed class ForwardedLetter(Records records, ReviewLinks links, MailTokens tokens)
{
    /// <summary>The values that a template may name.</summary>
    /// <param name="show">The show.</param>
    /// <param name="letter">With its content.</param>
    /// <param name="longest">So many characters of its text at most.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Dictionary<string, object?>> ValuesAsync(Show show, Letter letter, int longest, CancellationToken cancellation)
    {
        var (content, phrases) = (letter.Content!, MailPhrases.For(show.Language));
        var episode = letter.Episode is { } slug ? (await records.EpisodeAsync(show.Name, slug, cancellation))?.Facts.Title ?? slug : null;
        var text = content.Text.Length <= longest ? content.Text : content.Text[..(char.IsHighSurrogate(content.Text[longest - 1]) ? longest - 1 : longest)] + "…";
        return new()
        {
            ["episode"] = episode,
            ["subject"] = content.Subject.Length > 0 ? content.Subject : letter.Excerpt,
            ["name"] = content.Name ?? phrases.Listener,
            ["place"] = content.Place,
            ["address"] = content.Address,
            ["text"] = text,
            ["paragraphs"] = LetterParagraphs.Of(text),
            ["trimmed"] = content.TrimmedLines > 0 ? content.TrimmedLines.ToString(CultureInfo.InvariantCulture) : null,
            ["unproved"] = content is { Address: not null, IsProved: false },
            ["forbids"] = letter.ForbidsPublication,
            ["nameless"] = letter.ForbidsName,
            ["rule"] = letter.Rule,
            ["episodeRule"] = letter.EpisodeRule,
            ["spam"] = content.SpamScore is { } score ? phrases.Culture.Score(score) : null,
            ["spf"] = phrases.Told(content.Spf),
            ["dkim"] = phrases.Told(content.Dkim),
            ["files"] = content.Attachments.Select(phrases.File).ToArray(),
            ["repairs"] = content.Repairs.Select(repair => RepairSentences.In(repair, phrases.Culture.Words)).ToArray(),
            ["answer"] = content.Address is null ? null : await RelayAsync(show, letter, cancellation),
            ["review"] = await links.HostAsync(letter, cancellation),
        };
    }

    /// <summary>The address at which a host answers its author.</summary>
    public async Task<string> RelayAsync(Show show, Letter letter, CancellationToken cancellation) => $"{await tokens.RelayAsync(show.Name, letter.Id, cancellation)}@{show.Contact!.Domain}";
}

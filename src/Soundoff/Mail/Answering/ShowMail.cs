using Soundoff.Catalog;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Mail.Answering;

/// <summary>The shows that receive mail here, as letters find them.</summary>
public sealed class ShowMail(Records records, CatalogTable catalog, SiteUrls urls)
{
    private const int Newest = 100;

    /// <summary>All shows that have a contact address.</summary>
    public Task<IReadOnlyList<Show>> AllAsync(CancellationToken cancellation) => records.WithContactAsync(cancellation);

    /// <summary>What a message may be about: the newest episodes of the shows it is for, or of all when no recipient tells, and older ones that it names.</summary>
    public async Task<ShowDirectory> DirectoryAsync(IReadOnlyList<Show> shows, ReadMail mail, Delivery delivery, CancellationToken cancellation)
    {
        var directory = new ShowDirectory([.. shows.Select(s => new ShowEntry { Show = s.Name, Contact = s.Contact!, Urls = urls, SpamThreshold = s.Mail.SpamThreshold })]);
        var addressed = Recipients.Of(mail, delivery, directory).Select(r => r.Show.Show).ToHashSet(StringComparer.Ordinal);
        var entries = new List<ShowEntry>();
        foreach (var entry in directory.Shows)
            entries.Add(addressed.Count > 0 && !addressed.Contains(entry.Show) ? entry : entry with { Episodes = await EpisodesAsync(entry.Show, cancellation) });
        directory = new ShowDirectory(entries);
        foreach (var mention in EpisodeMentions.Unknown(mail, delivery, directory))
            if (IsKey(mention.Slug) && await FindAsync(mention.Show, mention.Slug, cancellation) is { } episode) directory = directory.With(mention.Show, episode);
        return directory;
    }

    private async Task<IReadOnlyList<EpisodeEntry>> EpisodesAsync(string show, CancellationToken cancellation) =>
        [.. (await catalog.NewestAsync(show, Newest, cancellation)).Select(e => new EpisodeEntry { Slug = e.Slug, Title = e.Title, Date = e.Date, Season = e.Season, Number = e.Number })];

    /// <summary>An episode that is on air, by its slug or one it had before; null when there is none.</summary>
    public async Task<EpisodeEntry?> FindAsync(string show, string name, CancellationToken cancellation)
    {
        var slug = await catalog.AliasAsync(show, name, cancellation) ?? name;
        if (await catalog.FindAsync(show, slug, cancellation) is not { State: EpisodeState.Live, Date: { } date } identity) return null;
        var title = (await records.EpisodeAsync(show, slug, cancellation))?.Facts.Title ?? slug;
        return new EpisodeEntry { Slug = slug, Title = title, Date = date, Aliases = identity.Aliases };
    }

    // What a stranger wrote behind a plus sign is asked for only if a row's key can hold it.
    private static bool IsKey(string slug) => slug.Length is > 0 and <= 200 && slug.All(c => !char.IsControl(c) && c is not ('/' or '\\' or '#' or '?'));
}

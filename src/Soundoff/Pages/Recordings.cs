using Soundoff.Episodes;
using Soundoff.Languages;
using Soundoff.Lists;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>Recordings as a page's player takes them: those of an episode's own page, and those of lists.</summary>
internal sealed class Recordings(Show show, SiteUrls urls, PageCulture culture)
{
    private static readonly string Captions = MediaTypes.Bare(MediaTypes.Of(".vtt"));

    private Words Words => culture.Words;

    /// <summary>That of an episode; null where there is none.</summary>
    public PlayerView? Of(Episode episode) => episode.Audio is not { } audio ? null : new()
    {
        Address = urls.Within(audio.Path),
        Type = audio.Type,
        Page = Page(episode.Slug),
        Title = episode.Title,
        Artwork = Artwork(episode.Artwork?.Path),
        Length = culture.Length(episode.Duration),
        Download = Download(audio, Words.Site.Download, episode.Language),
        Captions = episode.TranscriptFiles.Where(f => MediaTypes.Bare(f.Type) == Captions).Select(f => Track(f, f.Language ?? episode.Language)).ToList().OrNull(),
    };

    /// <summary>That of an episode in a list; null where there is none.</summary>
    public PlayerView? Of(ListedEpisode episode) => episode.AudioPath is not { } audio ? null : new()
    {
        Address = urls.Within(audio),
        Type = MediaTypes.Bare(MediaTypes.Of(Path.GetExtension(audio))),
        Page = Page(episode.Slug),
        Title = episode.Title,
        Artwork = Artwork(episode.ArtworkPath),
        Length = culture.Length(episode.Duration),
    };

    /// <summary>A file to keep.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="language">The episode's, in which a file is not named.</param>
    public DownloadView Download(PublicFile file, string name, string language) =>
        new(urls.Within(file.Path), name, culture.Size(file.Length), file.Language is { } other && other != language ? PageCulture.NameOf(other) : null);

    private CaptionsView Track(PublicFile file, string language) => new(urls.Within(file.Path), language, PageCulture.NameOf(language));

    private string Page(string slug) => urls.Within(SitePaths.Episode(show.Name, slug));

    private string? Artwork(string? own) => (own ?? show.Cover?.Path) is { } path ? urls.Within(path) : null;
}

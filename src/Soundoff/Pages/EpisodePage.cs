using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Languages;
using Soundoff.Lists;
using Soundoff.Mail.Letters;
using Soundoff.Pages.Views;
using Soundoff.Shows;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>Makes the view of an episode's page.</summary>
internal sealed class EpisodePage(Show show, Episode episode, SiteUrls urls, PageCulture culture)
{
    private const int LengthyTitle = 80;
    private const int Beside = 12;

    private readonly Recordings recordings = new(show, urls, culture);

    private readonly PageBody? body = PageBody.Of(episode, show);

    // Characters of HTML. Shorter notes would leave a hole beside what accompanies them.
    private const int Short = 900;
    private const int FewBeside = 3;

    private Words Words => culture.Words;

    // What the publisher wrote may be in another language than the page around it.
    private string? Foreign => culture.Foreign(episode.Language);

    public EpisodeView View(ListedEpisode? older, ListedEpisode? newer, IReadOnlyList<PublishedLetter> letters, IReadOnlyList<ListedEpisode> akin) => new()
    {
        Title = episode.Title,
        Language = Foreign,
        Direction = PageCulture.DirectionOf(episode.Language),
        Lengthy = episode.Title.Length > LengthyTitle,
        Crowded = episode.People.Count > (episode.BodyHtml.Length < Short ? FewBeside : Beside),
        Marks = Marks.Of(episode.Season, episode.SeasonName, episode.Number, episode.Kind, Words),
        Date = culture.Date(episode.Date),
        Standfirst = episode.Standfirst is { } standfirst ? SealedContact.Hide(standfirst, show.Contact) : null,
        Explicit = episode.Explicit ?? false,
        Image = Image(),
        Player = recordings.Of(episode),
        Sharing = new(urls.Episode(show.Name, episode.Slug), new EpisodeEmbed(show, episode, urls).Html),
        Body = body?.Html,
        People = new PeopleList(show, urls, Words).Of(episode.People, withPages: true, Foreign).OrNull(),
        Chapters = episode.Chapters.Where(c => c.Listed && c.Title.Length > 0).Select(c => Moment(c.Start, null, c.Title, c.Link, c.Image)).ToList().OrNull(),
        Highlights = episode.Soundbites.Select(b => Moment(b.Start, b.Start + b.Duration, b.Title ?? episode.Title, null, null)).ToList().OrNull(),
        Transcripts = TranscriptPages.Of(episode, culture, start => At(start, null)).OrNull(),
        Topics = episode.Topics.Select(t => new LinkView(urls.Within(SitePaths.Topic(show.Name, t.Slug)), t.Name, Foreign)).ToList().OrNull(),
        Links = episode.Links.Select(l => new LinkView(l.Address.AbsoluteUri, l.Title, Foreign)).ToList().OrNull(),
        Source = episode.Source is { } source ? new(source.Name, source.Link?.AbsoluteUri) : null,
        Location = episode.Location,
        License = episode.License == show.License ? null : Licenses.Of(episode.License),
        Downloads = Downloads().ToList().OrNull(),
        Letters = letters.Select(Letter).ToList().OrNull(),
        Akin = new ListPages(show, urls, culture).Entries(akin).OrNull(),
        Older = Neighbour(older),
        Newer = Neighbour(newer),
    };

    private ImageView? Image() => episode.Artwork is { } art ? new(urls.Within(art.Path), episode.ImageAlt ?? Words.Artwork(episode.Title), art.Width, art.Height)
        : show.Cover is { } cover ? new(urls.Within(cover.Path), "", cover.Width, cover.Height) : null;

    private IEnumerable<DownloadView> Downloads() => episode.TranscriptFiles
        .Select(file => Download(file, $"{Words.Site.Transcript} ({Path.GetExtension(file.Path).TrimStart('.').ToUpperInvariant()})"))
        .Concat(episode.Extras.Where(file => !IsShown(file)).Select(file => Download(file, Path.GetFileName(file.Path))));

    // A picture of the text is there to be seen already.
    private bool IsShown(PublicFile file) => body is not null && body.Pictures.Any(picture =>
        Uri.TryCreate(new Uri(urls.Episode(show.Name, episode.Slug)), picture, out var address) && address.AbsoluteUri == urls.Of(file.Path));

    private DownloadView Download(PublicFile file, string name) => recordings.Download(file, name, episode.Language);

    private MomentView Moment(TimeSpan start, TimeSpan? end, string title, Uri? link, Uri? image) =>
        new(ChapterTime.Format(start), At(start, end), title, link?.AbsoluteUri, link?.Host, image is null ? null : SecurePicture.Of(image), Foreign);

    // Media Fragments URI 1.0: browsers play the recording from there, without a script.
    private string? At(TimeSpan start, TimeSpan? end) => episode.Audio is { } audio
        ? $"{urls.Within(audio.Path)}#t={Feeds.FeedDate.Seconds(start)}{(end is { } to ? "," + Feeds.FeedDate.Seconds(to) : "")}"
        : null;

    private LetterView Letter(PublishedLetter letter) => new(
        letter.Id[^12..],
        letter.Name ?? Words.Site.Listener,
        letter.Place,
        culture.Date(letter.Date.ToOffset(show.Zone.GetUtcOffset(letter.Date))),
        LetterParagraphs.Of(letter.Text));

    private LinkView? Neighbour(ListedEpisode? neighbour) => neighbour is null ? null : new(urls.Within(SitePaths.Episode(show.Name, neighbour.Slug)), neighbour.Title, culture.Foreign(neighbour.Language));
}

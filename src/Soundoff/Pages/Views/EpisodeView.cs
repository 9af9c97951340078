namespace Soundoff.Pages.Views;

/// <summary>An episode's page. Lists are null when there is nothing to list.</summary>
internal sealed record EpisodeView
{
    public required string Title { get; init; }

    /// <summary>The language of what the publisher wrote, where it is not the page's (WCAG 3.1.2).</summary>
    public string? Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>, as that language is written.</summary>
    public required string Direction { get; init; }

    /// <summary>A title to be set smaller.</summary>
    public bool Lengthy { get; init; }

    /// <summary>So much accompanies the story that it stands below it, not beside it.</summary>
    public bool Crowded { get; init; }

    /// <summary>Season, number and kind, as far as they are known.</summary>
    public IReadOnlyList<string>? Marks { get; init; }

    public required DateView Date { get; init; }

    public string? Standfirst { get; init; }

    public bool Explicit { get; init; }

    public ImageView? Image { get; init; }

    public PlayerView? Player { get; init; }

    public required SharingView Sharing { get; init; }

    public SafeHtml? Body { get; init; }

    public IReadOnlyList<PersonView>? People { get; init; }

    public IReadOnlyList<MomentView>? Chapters { get; init; }

    public IReadOnlyList<MomentView>? Highlights { get; init; }

    public IReadOnlyList<TranscriptView>? Transcripts { get; init; }

    public IReadOnlyList<LinkView>? Topics { get; init; }

    public IReadOnlyList<LinkView>? Links { get; init; }

    public SourceView? Source { get; init; }

    public string? Location { get; init; }

    public LicenseView? License { get; init; }

    /// <summary>Transcript files and everything else that was uploaded beside the episode.</summary>
    public IReadOnlyList<DownloadView>? Downloads { get; init; }

    /// <summary>What listeners wrote, oldest first.</summary>
    public IReadOnlyList<LetterView>? Letters { get; init; }

    /// <summary>Older episodes with the same guests and topics.</summary>
    public IReadOnlyList<EntryView>? Akin { get; init; }

    public LinkView? Older { get; init; }

    public LinkView? Newer { get; init; }
}

/// <summary>A recording that plays on the page.</summary>
internal sealed record PlayerView
{
    public required string Address { get; init; }

    public required string Type { get; init; }

    /// <summary>The episode's page, by which browsers remember how far it was heard.</summary>
    public required string Page { get; init; }

    /// <summary>The episode's title.</summary>
    public required string Title { get; init; }

    /// <summary>The picture that a lock screen shows.</summary>
    public string? Artwork { get; init; }

    public LengthView? Length { get; init; }

    public DownloadView? Download { get; init; }

    public IReadOnlyList<CaptionsView>? Captions { get; init; }
}

/// <summary>What is said, as captions in one language (WebVTT).</summary>
internal sealed record CaptionsView(string Address, string Language, string Name);

/// <summary>An episode's player as other sites show it in a frame of theirs.</summary>
/// <param name="Address">The episode's page.</param>
/// <param name="Title">The episode's title.</param>
/// <param name="Show">Where the show is, and what it is called.</param>
/// <param name="Image">A picture.</param>
/// <param name="Player">The recording.</param>
/// <param name="Language">The title's language where it is not the page's.</param>
internal sealed record EmbedView(string Address, string Title, LinkView Show, ImageView? Image, PlayerView Player, string? Language);

/// <summary>What a listener can pass on. Addresses are absolute.</summary>
/// <param name="Address">The episode's page.</param>
/// <param name="Embed">HTML that shows the player on another site; null without a recording.</param>
internal sealed record SharingView(string Address, string? Embed);

/// <summary>A file to keep.</summary>
internal sealed record DownloadView(string Address, string Name, string Size, string? Language);

/// <summary>Someone in the episode.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Role">In the page's language.</param>
/// <param name="Description">Who it is.</param>
/// <param name="Link">A page about the person.</param>
/// <param name="Image">A portrait.</param>
/// <param name="Initial">Stands where there is no portrait.</param>
/// <param name="Episodes">The page with all episodes of a guest.</param>
/// <param name="Language">The description's language where it is not the page's.</param>
internal sealed record PersonView(string Name, string Role, string? Description, string? Link, string? Image, string Initial, string? Episodes, string? Language);

/// <summary>A moment of the recording.</summary>
/// <param name="Clock">When it begins.</param>
/// <param name="Address">Plays the recording from there; null without one.</param>
/// <param name="Title">What comes.</param>
/// <param name="Link">A page it is about.</param>
/// <param name="Site">The name of that page's site.</param>
/// <param name="Image">A picture of it.</param>
/// <param name="Language">The title's language where it is not the page's.</param>
internal sealed record MomentView(string Clock, string? Address, string Title, string? Link, string? Site, string? Image, string? Language);

/// <summary>A transcript in one language; language and direction are null where they are the page's. Its name is that of its language.</summary>
internal sealed record TranscriptView(string Heading, string Name, string? Language, string? Direction, IReadOnlyList<PassageView> Passages);

/// <summary>A paragraph of a transcript; the speaker is named when another begins.</summary>
/// <param name="Clock">When it begins.</param>
/// <param name="Address">Plays the recording from there; null without one.</param>
/// <param name="Speaker">Who speaks; null for who spoke before.</param>
/// <param name="Text">What is said.</param>
/// <param name="Lines">Its cues for the script that marks the spoken one: <c>95.5,0 98,27</c>, seconds and the place in the text; null where there are no times.</param>
internal sealed record PassageView(string? Clock, string? Address, string? Speaker, string Text, string? Lines);

/// <summary>Where the article came from.</summary>
internal sealed record SourceView(string Name, string? Address);

/// <summary>A listener's letter.</summary>
/// <param name="Anchor">What links to it alone.</param>
/// <param name="Name">A first name, or the page's word for a listener.</param>
/// <param name="Place">Where the listener is from.</param>
/// <param name="Date">When it came.</param>
/// <param name="Paragraphs">The text: paragraphs of lines.</param>
internal sealed record LetterView(string Anchor, string Name, string? Place, DateView Date, IReadOnlyList<IReadOnlyList<string>> Paragraphs);

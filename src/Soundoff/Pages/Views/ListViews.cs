namespace Soundoff.Pages.Views;

/// <summary>An episode in a list.</summary>
internal sealed record EntryView
{
    public required string Address { get; init; }

    public required string Title { get; init; }

    /// <summary>The language of title and summary where it is not the page's.</summary>
    public string? Language { get; init; }

    public string? Summary { get; init; }

    public required DateView Date { get; init; }

    public LengthView? Length { get; init; }

    public IReadOnlyList<string>? Marks { get; init; }

    /// <summary>Whether its month is to be written: the entry above is of another one.</summary>
    public bool OpensMonth { get; init; }

    /// <summary>The episode's own picture, small; null where the show's would stand for it.</summary>
    public ImageView? Thumbnail { get; init; }

    /// <summary>Its guests and topics, with their pages.</summary>
    public IReadOnlyList<LinkView>? Guests { get; init; }

    public IReadOnlyList<LinkView>? Topics { get; init; }

    /// <summary>Plays on the page; null for an episode without a recording.</summary>
    public PlayerView? Player { get; init; }
}

/// <summary>The show's home.</summary>
internal sealed record HomeView
{
    public IReadOnlyList<string>? Description { get; init; }

    public string? Hosts { get; init; }

    /// <summary>The newest episode; null while there is none.</summary>
    public EntryView? Latest { get; init; }

    public IReadOnlyList<EntryView>? Earlier { get; init; }

    public IReadOnlyList<CountView>? Years { get; init; }

    public IReadOnlyList<CountView>? Seasons { get; init; }

    /// <summary>The most used topics, and where all of them are.</summary>
    public IReadOnlyList<CountView>? Topics { get; init; }

    public string? AllTopics { get; init; }

    /// <summary>Where all guests are; null while there are none.</summary>
    public string? AllGuests { get; init; }

    public IReadOnlyList<PersonView>? People { get; init; }
}

/// <summary>A link with how many episodes stand behind it, as a number and in words; the link is null where there are none.</summary>
internal sealed record CountView(string? Address, string Title, int Count, string Episodes);

/// <summary>The episodes of a month, a topic or a guest.</summary>
internal sealed record ListView
{
    /// <summary>What kind of list it is: "Guest", say.</summary>
    public required string Kicker { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public LinkView? Up { get; init; }

    /// <summary>How many episodes there are in all, in words; null where the page shows but some.</summary>
    public string? Count { get; init; }

    public required IReadOnlyList<EntryView> Entries { get; init; }

    public LinkView? Older { get; init; }

    public LinkView? Newer { get; init; }
}

/// <summary>A year: its twelve months, and its episodes by month, the newest first.</summary>
internal sealed record YearView(string Title, string Episodes, IReadOnlyList<CountView> Months, IReadOnlyList<MonthView> Listed)
{
    public LinkView? Older { get; init; }

    public LinkView? Newer { get; init; }
}

/// <summary>A month within its year.</summary>
internal sealed record MonthView(string Anchor, LinkView Month, IReadOnlyList<EntryView> Entries);

/// <summary>All topics, or all guests, by their first letters.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Empty">What is said while there are none.</param>
/// <param name="Groups">The letters; null while there are none.</param>
internal sealed record NamesView(string Title, string Empty, IReadOnlyList<LetterGroupView>? Groups);

/// <summary>Names that begin with a letter.</summary>
internal sealed record LetterGroupView(string Anchor, string Letter, IReadOnlyList<CountView> Names);

/// <summary>The page to search a show.</summary>
/// <param name="Root">Where the index is.</param>
/// <param name="Blocks">The names of its blocks, newest first.</param>
/// <param name="Years">Where to look by year.</param>
/// <param name="Topics">Where to look by topic.</param>
/// <param name="Guests">Where to look by guest.</param>
internal sealed record SearchView(string Root, string Blocks, IReadOnlyList<LinkView>? Years, string Topics, string Guests);

/// <summary>All shows of the site.</summary>
internal sealed record RootView(IReadOnlyList<ShowCardView>? Shows);

/// <summary>A show among others.</summary>
internal sealed record ShowCardView(string Address, string Title, string? Author, string? Description, string Language, string Direction, int Tone, ImageView? Cover);

/// <summary>A page that tells one thing and leads elsewhere: not found, or moved.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">What that means.</param>
/// <param name="Link">Where to go.</param>
/// <param name="Post">A button for something else; null for none.</param>
internal sealed record NoticeView(string Title, string Text, LinkView Link, PostView? Post = null);

/// <summary>What is served where nothing is: it leads to where something may be.</summary>
internal sealed record LostView(string Title, string Text, LinkView All, IReadOnlyList<LostShowView>? Shows);

/// <summary>A show that what was looked for may be of.</summary>
/// <param name="Number">Tells it from the others on the page.</param>
/// <param name="Show">The show.</param>
/// <param name="Search">Where it is searched.</param>
/// <param name="Newest">Its newest episodes.</param>
/// <param name="Direction">How its language is written.</param>
internal sealed record LostShowView(int Number, LinkView Show, string Search, IReadOnlyList<LinkView>? Newest, string Direction);

/// <summary>A button that opens a letter by its link, or asks something of it.</summary>
/// <param name="Link">The link's token.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Form">The one-time token of what is asked; null where the letter is only opened.</param>
/// <param name="Action">What is asked; null likewise.</param>
internal sealed record PostView(string Link, string Title, string? Form = null, string? Action = null);

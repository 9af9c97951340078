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

    public required IReadOnlyList<EntryView> Entries { get; init; }

    public LinkView? Older { get; init; }

    public LinkView? Newer { get; init; }
}

/// <summary>A year and its twelve months.</summary>
internal sealed record YearView(string Title, string Episodes, IReadOnlyList<CountView> Months)
{
    public LinkView? Older { get; init; }

    public LinkView? Newer { get; init; }
}

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

/// <summary>A button that opens a letter by its link, or asks something of it.</summary>
/// <param name="Link">The link's token.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Form">The one-time token of what is asked; null where the letter is only opened.</param>
/// <param name="Action">What is asked; null likewise.</param>
internal sealed record PostView(string Link, string Title, string? Form = null, string? Action = null);

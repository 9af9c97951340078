namespace Soundoff.Pages.Views;

/// <summary>A letter before those who may decide about it.</summary>
internal sealed record ReviewView
{
    public required string Title { get; init; }

    /// <summary>What is wrong with what was asked; null when nothing.</summary>
    public string? Problem { get; init; }

    public required LetterView Letter { get; init; }

    /// <summary>Wishes of the author that bind.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    public required IReadOnlyList<FactView> Facts { get; init; }

    public IReadOnlyList<FileView>? Files { get; init; }

    /// <summary>The untrimmed text, where it says more.</summary>
    public string? Whole { get; init; }

    /// <summary>The link's token.</summary>
    public required string Link { get; init; }

    /// <summary>The form's one-time token.</summary>
    public required string Form { get; init; }

    public required IReadOnlyList<ChoiceView> Choices { get; init; }

    /// <summary>What the form changes; null for those who may not.</summary>
    public ChangeView? Change { get; init; }

    /// <summary>Whether publishing asks for a reason, and what was given.</summary>
    public bool AsksReason { get; init; }

    public string Reason { get; init; } = "";
}

/// <summary>A fact with its name.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Text">What is so.</param>
/// <param name="Address">Where more of it is to be seen; null for nowhere.</param>
internal sealed record FactView(string Name, string Text, string? Address = null);

/// <summary>A file that came with a letter.</summary>
/// <param name="Name">As it is saved.</param>
/// <param name="Size">In words.</param>
/// <param name="Address">Null when it is not given out.</param>
/// <param name="IsPlayed">Whether it is sound that plays.</param>
/// <param name="Type">Media type.</param>
/// <param name="IsPicture">Whether it is a picture that is shown.</param>
/// <param name="Note">Why it is not given out.</param>
internal sealed record FileView(string Name, string Size, string? Address, bool IsPlayed, string Type, bool IsPicture, string? Note);

/// <summary>One of several things that a form may ask for.</summary>
internal sealed record ChoiceView(string Name, string Title, string? Hint, bool Chosen);

/// <summary>The fields with which a host changes a letter.</summary>
/// <param name="Text">The text.</param>
/// <param name="Episode">The slug.</param>
/// <param name="Episodes">Those to choose from: slug and title.</param>
/// <param name="Open">Whether they are unfolded.</param>
/// <param name="TextWrong">Whether the text is what is wrong.</param>
/// <param name="EpisodeWrong">Whether the episode is.</param>
internal sealed record ChangeView(string Text, string Episode, IReadOnlyList<LinkView> Episodes, bool Open, bool TextWrong, bool EpisodeWrong);

/// <summary>The contact form.</summary>
/// <param name="Title">What the page is.</param>
/// <param name="About">The show, or the episode.</param>
/// <param name="Problem">What is wrong with what was sent; null when nothing.</param>
/// <param name="Form">The form's token.</param>
/// <param name="Text">What was written.</param>
/// <param name="Name">The author's name.</param>
/// <param name="Place">The author's place.</param>
/// <param name="Address">The author's address.</param>
/// <param name="TextWrong">Whether the text is what is wrong.</param>
/// <param name="AddressWrong">Whether the address is.</param>
internal sealed record ContactFormView(
    string Title, string About, string? Problem, string Form, string Text, string Name, string Place, string Address, bool TextWrong, bool AddressWrong);

/// <summary>The page that links in mail lead to.</summary>
/// <param name="Address">Where what stands behind the # is posted, from here.</param>
internal sealed record OpenView(string Address);

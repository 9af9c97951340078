namespace Soundoff.Pages;

/// <summary>The words of the contact form, in one language.</summary>
internal sealed record FormWords
{
    public string Link { get; init; } = "Write without a mail program";
    public string About { get; init; } = "About:";
    public string Hint { get; init; } = "We read every letter. It is published only when we decide so, with your first name and place at most, and never if you ask us not to.";
    public string Text { get; init; } = "Your letter";
    public string TextHint { get; init; } = "At most 20,000 characters.";
    public string Name { get; init; } = "Name";
    public string Place { get; init; } = "Place";
    public string Address { get; init; } = "Mail address";
    public string AddressHint { get; init; } = "Only if you would like an answer. It is never shown.";
    public string Optional { get; init; } = "optional";
    public string Trap { get; init; } = "Leave this empty";
    public string Send { get; init; } = "Send";
    public string Thanks { get; init; } = "Thank you";
    public string ThanksHint { get; init; } = "Your letter has arrived, and the hosts will read it.";
    public string Back { get; init; } = "Back to the show";
    public string BackToEpisode { get; init; } = "Back to the episode";
    public string NoShow { get; init; } = "No letters here";
    public string NoShowHint { get; init; } = "There is no such show, or it takes no letters.";
    public string Unsent { get; init; } = "Your letter was not sent yet.";
    public string FormInvalid { get; init; } = "The form was open for more than a day, or came from elsewhere. Please press Send once more.";
    public string TooSoon { get; init; } = "That was quicker than people write. Please press Send once more.";
    public string TextUnfit { get; init; } = "Write something, at most 20,000 characters.";
    public string AddressUnfit { get; init; } = "This is no mail address. Write it like ana@example.com, or leave it empty.";
    public string TooMany { get; init; } = "Too many letters came from here within the hour. Please send this one later: keep the page open, or copy the text.";
}

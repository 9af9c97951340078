namespace Soundoff.Pages;

/// <summary>The words of the page behind signed links, in one language.</summary>
internal sealed record DeskWords
{
    public string Letter { get; init; } = "A letter";
    public string OwnLetter { get; init; } = "Your letter";
    public string Facts { get; init; } = "About this letter";
    public string Subject { get; init; } = "Subject";
    public string Episode { get; init; } = "Episode";
    public string AtLarge { get; init; } = "The show at large";
    public string State { get; init; } = "State";
    public string Sorted { get; init; } = "Taken for";
    public string SpamScore { get; init; } = "Spam score";
    public string Sender { get; init; } = "Sender’s domain (SPF, DKIM)";
    public string Confirmed { get; init; } = "confirmed";
    public string Refuted { get; init; } = "refuted";
    public string Unchecked { get; init; } = "not checked";
    public string Notes { get; init; } = "Notes";
    public string Forbids { get; init; } = "The author asks not to be published.";
    public string ForbidsName { get; init; } = "The author asks to be published without a name.";
    public string WholeMessage { get; init; } = "The whole message";
    public string Files { get; init; } = "Files";
    public string Withheld { get; init; } = "withheld: it could do harm";
    public string LeftOut { get; init; } = "left out: too large";

    public string Waiting { get; init; } = "Waiting for a decision";
    public string IsPublished { get; init; } = "Published";
    public string IsNameless { get; init; } = "Published without a name";
    public string IsHidden { get; init; } = "Hidden";
    public string IsWithdrawn { get; init; } = "Taken back";

    public string Ask { get; init; } = "What shall become of it?";
    public string Publish { get; init; } = "Publish";
    public string PublishHint { get; init; } = "It stands on the episode’s page with first name, place and date.";
    public string Nameless { get; init; } = "Publish without a name";
    public string NamelessHint { get; init; } = "It stands on the episode’s page as from “A listener”.";
    public string Edit { get; init; } = "Only save the text and the episode below";
    public string EditHint { get; init; } = "A published letter changes on its page too.";
    public string Move { get; init; } = "Only give it to the episode below";
    public string Hide { get; init; } = "Hide";
    public string HideHint { get; init; } = "It is on no page. It can be published later.";
    public string Block { get; init; } = "Block the sender";
    public string BlockHint { get; init; } = "This letter is hidden; later ones are kept, never shown and never answered.";
    public string Withdraw { get; init; } = "Take back for the listener";
    public string WithdrawHint { get; init; } = "It leaves the page and cannot be published any more.";
    public string WithdrawOwn { get; init; } = "Take my letter back";
    public string WithdrawOwnHint { get; init; } = "It leaves the page and is not published again. The hosts still have it.";
    public string Erase { get; init; } = "Erase everything";
    public string EraseHint { get; init; } = "All your letters to all shows here, and what is kept of your address. This cannot be undone. Mail that the hosts received stays in their mailboxes.";
    public string Change { get; init; } = "Change the text or the episode";
    public string Text { get; init; } = "Text";
    public string TextHint { get; init; } = "As it is printed. Addresses in it are left out by themselves.";
    public string EpisodeHint { get; init; } = "The address of its page, or the last part of that. Empty for the show at large.";
    public string Reason { get; init; } = "Why it may be published all the same";
    public string ReasonHint { get; init; } = "In at least ten characters, for example: “She agreed by telephone on 3 May.” It is kept with the letter.";
    public string Do { get; init; } = "Do it";
    public string Once { get; init; } = "Nothing has changed by opening this page.";
    public string Back { get; init; } = "Back to the letter";
    public string ToEpisode { get; init; } = "To the episode’s page";

    public string NotAllowed { get; init; } = "Choose what shall become of the letter.";
    public string FormInvalid { get; init; } = "The page was open for too long, and nothing was done. Look whether all is as you want it, and press once more.";
    public string FormUsed { get; init; } = "That was done already. This is how the letter stands now.";
    public string NeedsOverride { get; init; } = "The author asks not to be published. Write below why it may be published all the same.";
    public string NeedsEpisode { get; init; } = "A letter is published on an episode’s page. Say below which one.";
    public string UnknownEpisode { get; init; } = "The show has no such episode on air. Choose another one below.";
    public string TextUnfit { get; init; } = "There is no text, or it has more than 20,000 characters. Shorten it below.";
    public string NoMore { get; init; } = "The listener took the letter back. It cannot be published.";

    public string DonePublish { get; init; } = "The letter is published. It is on the episode’s page within a minute or two.";
    public string DoneEdit { get; init; } = "Saved. If the letter is published, its page changes within a minute or two.";
    public string DoneMove { get; init; } = "The letter belongs to another episode now.";
    public string DoneHide { get; init; } = "The letter is hidden. If it was on a page, it is gone from there within a minute or two.";
    public string DoneBlock { get; init; } = "The sender is blocked, and the letter is hidden.";
    public string DoneWithdraw { get; init; } = "The letter is taken back. If it was on a page, it is gone from there within a minute or two.";
    public string DoneErase { get; init; } = "Everything is erased: letters, files, and what was known of the address. What was on a page is gone from there within a minute or two.";
    public string Done { get; init; } = "Done";

    public string Forged { get; init; } = "This link leads nowhere";
    public string ForgedHint { get; init; } = "It is incomplete, or was not made here. Open it again from the mail; if the mail program broke it over two lines, copy the whole of it.";
    public string Expired { get; init; } = "This link has expired";
    public string ExpiredHint { get; init; } = "Links to a letter hold 30 days. The letter is still kept: whoever runs the show’s mail can open it with “soundoff letters”.";
    public string Gone { get; init; } = "This letter is gone";
    public string GoneHint { get; init; } = "It was erased, or is older than letters are kept. There is nothing left to do.";
    public string NoFile { get; init; } = "There is no such file";
    public string NoFileHint { get; init; } = "It came with no letter, is not given out, or this link does not open it.";
}

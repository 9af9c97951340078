using System.Globalization;
using Soundoff.Languages;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Reviewing;
using Soundoff.Pages;
using Soundoff.Pages.Views;
using Soundoff.Site;
using Soundoff.Texts;

namespace Soundoff.Mail.Visiting;

/// <summary>Makes the view of a letter before those who may decide about it. A listener is shown the own letter and nothing that is the hosts'.</summary>
internal sealed class ReviewLetter(ReviewPage page, PageCulture culture, SiteUrls urls)
{
    private const LetterActions Change = LetterActions.Edit | LetterActions.Move;

    private readonly LetterContent _content = page.Letter.Content!;

    private DeskWords Words => culture.Words.Desk;

    private bool IsHost => May(LetterActions.OpenFiles);

    public ReviewView View(ReviewForm form, ReviewOutcome outcome) => new()
    {
        Title = IsHost ? Words.Letter : Words.OwnLetter,
        Problem = Problem(outcome),
        Letter = new(
            page.Letter.Id[^12..], _content.Name ?? culture.Words.Site.Listener, _content.Place,
            culture.Date(page.Letter.Received.ToOffset(page.Show.Zone.GetUtcOffset(page.Letter.Received))), LetterParagraphs.Of(_content.Text)),
        Warnings = Warnings().ToList().OrNull(),
        Facts = [.. Facts()],
        Files = IsHost ? _content.Attachments.Select(File).ToList().OrNull() : null,
        Whole = IsHost && _content.WholeText.Trim() != _content.Text.Trim() ? _content.WholeText : null,
        Link = page.Token,
        Form = page.Form,
        Choices = [.. LetterActionNames.All.Where(May).Where(IsOffered).Select(action => Choice(action, form.Action))],
        Change = May(Change) ? Changed(form, outcome) : null,
        AsksReason = page.NeedsOverride,
        Reason = form.Override ?? _content.Override ?? "",
    };

    private bool May(LetterActions action) => (page.Allowed & action) == action;

    private bool IsOffered(LetterActions action) => page.Letter.State switch
    {
        LetterState.Withdrawn => action is LetterActions.Block or LetterActions.Renew or LetterActions.Erase,
        // Whoever asks for no name is published without one, whatever is chosen.
        _ => action != LetterActions.Move && !(action == LetterActions.Publish && page.Letter.ForbidsName),
    };

    private ChoiceView Choice(LetterActions action, LetterActions chosen)
    {
        var (title, hint) = action switch
        {
            LetterActions.Publish => (Words.Publish, Words.PublishHint),
            LetterActions.Nameless => (Words.Nameless, Words.NamelessHint),
            LetterActions.Edit => (Words.Edit, Words.EditHint),
            LetterActions.Hide => (Words.Hide, Words.HideHint),
            LetterActions.Block => (Words.Block, Words.BlockHint),
            LetterActions.Withdraw => IsHost ? (Words.Withdraw, Words.WithdrawHint) : (Words.WithdrawOwn, Words.WithdrawOwnHint),
            LetterActions.Renew => (Words.Erase, Words.RenewHint),
            LetterActions.Erase => (Words.Erase, Words.EraseHint),
            _ => (Words.Move, ""),
        };
        // The link in the mail may say "publish" where only the nameless way is open.
        var isChosen = action == chosen || (action == LetterActions.Nameless && chosen == LetterActions.Publish && page.Letter.ForbidsName);
        return new(LetterActionNames.Of(action), title, hint, isChosen);
    }

    private ChangeView Changed(ReviewForm form, ReviewOutcome outcome)
    {
        var (text, episode) = (outcome == ReviewOutcome.TextUnfit, outcome is ReviewOutcome.NeedsEpisode or ReviewOutcome.UnknownEpisode);
        return new(
            form.Text ?? _content.Text, form.Episode ?? page.Letter.Episode ?? "", [.. page.Episodes.Select(e => new LinkView(e.Slug, e.Title))],
            text || episode || page.Letter.Episode is null || form.Action == LetterActions.Edit, text, episode);
    }

    private IEnumerable<string> Warnings()
    {
        if (!IsHost) yield break;
        if (_content is { Address: not null, IsProved: false }) yield return Words.Unproved;
        if (page.Letter.ForbidsPublication) yield return Words.Forbids;
        if (page.Letter.ForbidsName) yield return Words.ForbidsName;
    }

    private IEnumerable<FactView> Facts()
    {
        yield return new(Words.State, State());
        yield return new(Words.Episode, page.EpisodeTitle ?? Words.AtLarge, page.Letter.Episode is { } slug ? urls.Episode(page.Show.Name, slug) : null);
        if (_content.Subject.Length > 0) yield return new(Words.Subject, _content.Subject);
        if (!IsHost) yield break;
        yield return new(Words.Sorted, Sorted());
        if (_content.SpamScore is { } score) yield return new(Words.SpamScore, culture.Score(score));
        if (_content.Address is not null) yield return new(Words.Sender, Told(Proof));
        if (_content.Repairs.Count > 0) yield return new(Words.Notes, string.Join(' ', _content.Repairs.Select(repair => RepairSentences.In(repair, culture.Words))));
    }

    // A rule with the class's own name tells no more than that.
    private string Sorted()
    {
        var sorted = EnumName.Of(page.Letter.Class);
        return page.Letter.Rule == sorted ? Words.Classes[sorted] : $"{Words.Classes[sorted]} ({page.Letter.Rule})";
    }

    // Whether the author's own domain stands behind the letter; another's proof is none.
    private bool? Proof => _content.IsProved ? true : _content.Spf == false || _content.Dkim.Values.Contains(false) ? false : null;

    private string Told(bool? passed) => passed switch { true => Words.Confirmed, false => Words.Refuted, null => Words.Unchecked };

    private string State() => page.Letter.State switch
    {
        LetterState.Published => Words.IsPublished,
        LetterState.PublishedNameless => Words.IsNameless,
        LetterState.Hidden => Words.IsHidden,
        LetterState.Withdrawn => Words.IsWithdrawn,
        _ => Words.Waiting,
    };

    // Relative to the page's own address, so that it holds under every name that the functions are reached by.
    private FileView File(MailAttachment file, int index)
    {
        var given = file.Handling is AttachmentHandling.Shown or AttachmentHandling.Download;
        var note = file.Handling switch { AttachmentHandling.Withheld => Words.Withheld, AttachmentHandling.LeftOut => Words.LeftOut, _ => null };
        return new(file.Name, culture.Size(file.Size), given ? string.Create(CultureInfo.InvariantCulture, $"{ApiUrls.LetterPage[(ApiUrls.Folder.Length + 1)..]}/{page.Letter.Id}/{index}") : null, WebAnswer.IsPlayed(file), file.Type, WebAnswer.IsPicture(file), note);
    }

    private string? Problem(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Done => null,
        ReviewOutcome.FormInvalid => Words.FormInvalid,
        ReviewOutcome.FormUsed => Words.FormUsed,
        ReviewOutcome.NeedsOverride => Words.NeedsOverride,
        ReviewOutcome.NeedsEpisode => Words.NeedsEpisode,
        ReviewOutcome.UnknownEpisode => Words.UnknownEpisode,
        ReviewOutcome.TextUnfit => Words.TextUnfit,
        ReviewOutcome.Withdrawn => Words.NoMore,
        _ => Words.NotAllowed,
    };
}

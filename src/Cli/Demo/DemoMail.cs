using System.Net;
using System.Text.RegularExpressions;
using Soundoff.Account;
using Soundoff.Cli.Letters.Posting;
using Soundoff.Cli.Local.Outbox;
using Soundoff.Limits;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Sorting;

namespace Soundoff.Cli.Demo;

/// <summary>The letters' part of the demo: posted as a mail provider would, looked for where listener, host and public would find what came of them.</summary>
/// <param name="site">The site's address.</param>
/// <param name="services">The engine that runs there.</param>
internal sealed partial class DemoMail(Uri site, IServiceProvider services)
{
    private const int Outbox = 50;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly LetterStore _letters = services.GetRequiredService<LetterStore>();
    private readonly Dictionary<DemoLetter, Uri> _links = [];

    /// <summary>Where the host of a letter reviews it, as the mail to the host says.</summary>
    public Uri ReviewLink(DemoLetter letter) => _links[letter];

    /// <summary>Sends the letters, approves one, and waits; null when all is as it must be.</summary>
    public async Task<string?> FailureAsync(TimeSpan longest, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        var missing = "every letter";
        try
        {
            foreach (var letter in DemoLetter.All)
                if (await PostAsync(letter, limit.Token) is var status and not HttpStatusCode.OK) return $"The webhook answered {(int)status} to {letter.File}.";
            while ((missing = await UnansweredAsync(limit.Token)) is not null) await Task.Delay(BetweenLooks, limit.Token);
            foreach (var letter in DemoLetter.All.Where(letter => letter.Approved))
                if (await ApproveAsync(letter, limit.Token) is var outcome and not ReviewOutcome.Done) return $"{letter.File} could not be published: {outcome}.";
            while ((missing = await UnshownAsync(limit.Token)) is not null) await Task.Delay(BetweenLooks, limit.Token);
            return await ShownAgainstItsWishAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"Not every letter was dealt with within {longest.TotalMinutes:0} minutes; still missing: {missing}.";
        }
    }

    private async Task<HttpStatusCode> PostAsync(DemoLetter letter, CancellationToken cancellation)
    {
        var message = await letter.ReadAsync(cancellation);
        var (envelope, why) = LetterAddress.OfMessage(message);
        var post = LetterPost.Of(message, envelope ?? throw new InvalidDataException($"{letter.File}: {why}"), defaultMode: false);
        return await post.SendAsync(new Uri(site, "api/mail"), cancellation);
    }

    private async Task<Letter?> FindAsync(DemoLetter wanted, CancellationToken cancellation)
    {
        await foreach (var letter in _letters.ListAsync(wanted.Show, cancellation))
            if (letter.Class == MailClass.Letter && letter.Excerpt.Contains(wanted.Words, StringComparison.Ordinal)) return letter;
        return null;
    }

    private async Task<ReviewOutcome> ApproveAsync(DemoLetter wanted, CancellationToken cancellation) =>
        await FindAsync(wanted, cancellation) is { } letter
            ? await services.GetRequiredService<LetterDesk>().PublishAsync(letter.Show, letter.Id, nameless: false, null, null, null, cancellation)
            : ReviewOutcome.Gone;

    // As the outbox shows it: what the listeners and the host would have got.
    private async Task<string?> UnansweredAsync(CancellationToken cancellation)
    {
        var outbox = services.GetRequiredService<StorageAccount>().Container(Containers.Outbox);
        var (acknowledged, forwarded) = (new HashSet<DemoLetter>(), new HashSet<DemoLetter>());
        foreach (var name in await OutboxMessages.NewestAsync(outbox, Outbox, cancellation))
        {
            using var message = await OutboxMessages.FindAsync(outbox, name, cancellation);
            var to = message?.To.Mailboxes.FirstOrDefault()?.Address;
            foreach (var letter in DemoLetter.All)
            {
                if (to == letter.Address) acknowledged.Add(letter);
                if (to != DemoLetter.Host || message?.TextBody is not { } text || !text.Contains(letter.Words, StringComparison.Ordinal) || ReviewAddress().Match(text) is not { Success: true } link) continue;
                forwarded.Add(letter);
                _links[letter] = new(link.Value);
            }
        }

        foreach (var letter in DemoLetter.All)
        {
            if (await FindAsync(letter, cancellation) is not { } kept) return $"{letter.File} among the letters of {letter.Show}";
            if (kept.Episode != letter.Episode) return $"{letter.File} with the episode {letter.Episode}";
            if (!forwarded.Contains(letter)) return $"{letter.File} in the host's mail";
            if (!acknowledged.Contains(letter)) return $"the acknowledgement of {letter.File}";
        }

        return null;
    }

    private async Task<string?> UnshownAsync(CancellationToken cancellation)
    {
        foreach (var letter in DemoLetter.All.Where(letter => letter.Approved))
            if (!await IsShownAsync(letter, cancellation)) return $"{letter.File} on {letter.Page}";
        return null;
    }

    private async Task<string?> ShownAgainstItsWishAsync(CancellationToken cancellation)
    {
        foreach (var letter in DemoLetter.All.Where(letter => !letter.Approved))
            if (await IsShownAsync(letter, cancellation)) return $"{letter.File} stands on {letter.Page} although nobody approved it.";
        return null;
    }

    private async Task<bool> IsShownAsync(DemoLetter letter, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = site };
        return WebUtility.HtmlDecode(await http.GetStringAsync(letter.Page, cancellation)).Contains(letter.Words, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"https?://\S+/api/review#[\w.\-]+", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex ReviewAddress();
}

using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Site;

namespace Soundoff.Mail.Answering;

/// <summary>Signed links as they stand in mail.</summary>
public sealed class ReviewLinks(MailTokens tokens, ApiUrls urls)
{
    /// <summary>What a host may do with a letter; 30 days.</summary>
    public async Task<string> HostAsync(Letter letter, CancellationToken cancellation) =>
        urls.Review(await tokens.HostLinkAsync(letter.Show, letter.Id, LetterActions.Host, cancellation));

    /// <summary>The same for the listener and everything else that is kept of the address; one day.</summary>
    public async Task<string> FreshAsync(Letter letter, CancellationToken cancellation) =>
        urls.Review(await tokens.FreshLinkAsync(letter.Show, letter.Id, cancellation));

    /// <summary>What the listener may do with the own letter; 30 days.</summary>
    public async Task<string> ListenerAsync(Letter letter, CancellationToken cancellation) =>
        urls.Review(await tokens.ListenerLinkAsync(letter.Show, letter.Id, cancellation));
}

using Soundoff.Mail.Keeping;

namespace Soundoff.Operations;

/// <summary>
/// Whether the secret that is known here is the one that letters were kept with. Whoever hashes an address with another finds nothing under it, and would
/// take that for "nothing is kept".
/// </summary>
public sealed class SecretCheck(LetterStore letters, MailSecret secret)
{
    private const int Looked = 20;

    /// <summary>Compares with the newest letters whose authors are known; null when there is none to compare with.</summary>
    public async Task<bool?> IsOursAsync(CancellationToken cancellation)
    {
        foreach (var show in await letters.ShowsAsync(cancellation))
            await foreach (var listed in letters.ListAsync(show, cancellation).Where(letter => letter.Sender is not null).Take(Looked).WithCancellation(cancellation))
            {
                if ((await letters.WithContentAsync(listed, cancellation))?.Content?.Address is not { } address) continue;
                return await secret.IsThereAsync(cancellation) && await secret.HashAsync(address, cancellation) == listed.Sender;
            }

        return null;
    }
}

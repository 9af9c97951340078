using Soundoff.Account;
using Soundoff.Mail.Letters;

namespace Soundoff.Mail.Keeping;

/// <summary>Removes every trace of an address. Blocks stay, with the keyed hash alone: whoever erases a block would lift it.</summary>
public sealed class LetterEraser(LetterTable table, LetterStore letters, SenderBook senders, PublishedLetters pages, MailSecret secret, OutboxFolder outbox)
{
    /// <summary>Removes all letters by an address and all reports about it, with raw messages, attachments and published copies, and what is known of the address.</summary>
    /// <returns>What was removed, in words that hold no address; empty when nothing was there.</returns>
    public Task<IReadOnlyList<string>> EraseAsync(string address, CancellationToken cancellation) => EraseAsync(address, null, cancellation);

    /// <summary>The same, a letter last: while its row is there, an erasing that broke off can be taken up again by it.</summary>
    internal async Task<IReadOnlyList<string>> EraseAsync(string address, string? last, CancellationToken cancellation)
    {
        // First what only the address itself finds.
        var removed = await outbox.RemoveAsync(address, cancellation);
        return [.. removed, .. await EraseSenderAsync(await secret.HashAsync(address, cancellation), last, cancellation)];
    }

    /// <summary>Removes what is kept of an address by its keyed hash, a letter last.</summary>
    internal async Task<IReadOnlyList<string>> EraseSenderAsync(string hash, string? last, CancellationToken cancellation)
    {
        var removed = new List<string>();
        foreach (var show in (await table.ShowsAsync(cancellation)).Append(LetterStore.NoShow).Distinct())
            if (await senders.ForgetAsync(show, hash, cancellation)) removed.Add($"sender {hash[..8]}… of {show}");
        var found = new List<Letter>();
        await foreach (var row in table.OfAddressAsync(hash, cancellation)) found.Add(LetterRow.Read(row));
        foreach (var letter in found.OrderBy(l => l.Id == last)) removed.AddRange(await RemoveAsync(letter, cancellation));
        return removed;
    }

    /// <summary>Removes one letter with everything that belongs to it.</summary>
    /// <returns>What was removed, in words.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(Letter letter, CancellationToken cancellation)
    {
        var removed = new List<string>();
        if (letter.IsPublic)
        {
            // Off the page first: from then on only what is private is left.
            await UnpublishAsync(letter, cancellation);
            removed.Add($"published letter {letter.Id} of {letter.Show}/{letter.Episode}");
        }

        await pages.RenderAsync(letter.Show, cancellation);
        removed.AddRange(await letters.RemoveAsync(letter, cancellation));
        return removed;
    }

    private async Task UnpublishAsync(Letter letter, CancellationToken cancellation)
    {
        var hidden = letter with { State = LetterState.Withdrawn };
        try
        {
            await letters.UpdateAsync(hidden, PublishedLetters.Actions(letter, hidden), cancellation);
        }
        catch (ConflictException)
        {
            // Changed at this moment: what it is now is removed instead.
            if (await table.RowAsync(letter.Show, LetterKeys.Letter(letter.Received, letter.Id), cancellation) is { } row && LetterRow.Read(row) is { IsPublic: true } now)
                await UnpublishAsync(now, cancellation);
        }
    }
}

using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Sorting;

namespace Soundoff.Cli.Letters;

/// <summary>Which letters are asked for; null means any.</summary>
internal sealed record LetterChoice(string? Show, string? Episode, MailClass? Class, LetterState? State)
{
    public bool Holds(Letter letter) =>
        (Episode is null || letter.Episode == Episode) && (Class is null || letter.Class == Class) && (State is null || letter.State == State);
}

/// <summary>Lists letters of one show or of all.</summary>
internal static class LetterList
{
    /// <summary>The newest that are asked for, with their contents, newest first; and whether there are more.</summary>
    public static async Task<(IReadOnlyList<Letter> Letters, bool More)> NewestAsync(LetterStore store, LetterChoice choice, int count, CancellationToken cancellation)
    {
        var shows = choice.Show is { } show ? [show] : await store.ShowsAsync(cancellation);
        var found = new List<Letter>();
        foreach (var name in shows)
            await foreach (var letter in store.ListAsync(name, cancellation).Where(choice.Holds).Take(count + 1).WithCancellation(cancellation)) found.Add(letter);
        var newest = found.OrderByDescending(letter => letter.Received).ThenBy(letter => letter.Id, StringComparer.Ordinal).Take(count);
        var whole = await Task.WhenAll(newest.Select(letter => store.WithContentAsync(letter, cancellation)));
        return ([.. whole.OfType<Letter>()], found.Count > count);
    }
}

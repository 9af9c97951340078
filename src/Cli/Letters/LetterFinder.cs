using Soundoff.Mail.Keeping;
using Soundoff.Mail.Letters;

namespace Soundoff.Cli.Letters;

/// <summary>Finds the one letter that is meant by the beginning of its id.</summary>
internal static class LetterFinder
{
    private const int Told = 5;

    /// <summary>The letter with its content; or null, and why there is not one.</summary>
    public static async Task<(Letter? Letter, string Why)> FindAsync(LetterStore letters, string beginning, CancellationToken cancellation)
    {
        var id = beginning.Trim().ToLowerInvariant();
        if (id.Length == 0 || !id.All(sign => char.IsAsciiHexDigitLower(sign) || sign == '-'))
            return (null, $"\"{ScreenText.Line(beginning, 60)}\" is no letter's id: they look like 2026-03-01-4f0c11d2; 'soundoff letters list' shows them.");
        var found = await letters.BeginningWithAsync(id, Told, cancellation);
        return found switch
        {
            [] => (null, $"There is no letter {id}; 'soundoff letters list' shows those that are there."),
            [var (show, only)] => await letters.FindAsync(show, only, cancellation) is { } letter ? (letter, "") : (null, $"The letter {only} is being removed."),
            _ => (null, $"Several letters begin with {id}: {string.Join(", ", found.Select(one => one.Id))}{(found.Count == Told ? " …" : "")}. Give more of the id."),
        };
    }
}

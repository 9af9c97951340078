namespace Soundoff.Mail.Letters;

/// <summary>A letter as its episode's page shows it: never with an address.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Name">A first name; null for "A listener".</param>
/// <param name="Place">Where the author is from; null when not given.</param>
/// <param name="Date">When it was received.</param>
/// <param name="Text">Plain text, at most 20,000 characters.</param>
public sealed record PublishedLetter(string Id, string? Name, string? Place, DateTimeOffset Date, string Text)
{
    /// <summary>The most characters that are published of a letter.</summary>
    public const int LongestText = 20_000;
}

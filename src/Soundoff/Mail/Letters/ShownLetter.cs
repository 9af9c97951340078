using Soundoff.Mail.Sorting.Person;

namespace Soundoff.Mail.Letters;

/// <summary>Makes of a letter what its page shows.</summary>
internal static class ShownLetter
{
    /// <summary>The name only when host and author both allow it; addresses in the text give way to three dots, and the signature at its end to
    /// the name and the place that the page sets below it.</summary>
    public static PublishedLetter Of(Letter letter)
    {
        var content = letter.Content!;
        var name = letter.State == LetterState.Published && !letter.ForbidsName ? DisplayName.FirstName(content.Name) : null;
        return new(letter.Id, name, content.Place, letter.Received, WrittenAddress.Hidden(ClosingSignature.Without(content.Text, content.Name, content.Place)));
    }
}

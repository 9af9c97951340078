using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting;

/// <summary>Tells whether two deliveries are one message.</summary>
public static class LetterKey
{
    /// <summary>
    /// SHA-256 in hex over message id and the words of the whole text; without a message id over author, date and words. A message that comes twice has one key,
    /// whatever a relay did to its white space, and a program that gives every message the same id still has as many keys as it has texts.
    /// </summary>
    public static string Of(ReadMail mail)
    {
        var name = mail.MessageId is { Length: > 0 } id
            ? $"id\n{id}"
            : $"from\n{mail.Address}\n{mail.Date?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{WordHash.Of(mail.WholeText)}")));
    }
}

using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting;

/// <summary>
/// Knows messages that want no automatic answer. Programs say so, and so do mail systems on what people write: Exchange and Outlook put
/// <c>X-Auto-Response-Suppress</c> there ([MS-OXCMAIL] section 2.1.3.2.20). It is no sign of a program; it is a wish, and is heeded.
/// </summary>
public static class NoAnswer
{
    // "RN" and "NRN" are about receipts of reading, which nobody sends here.
    private static readonly string[] Suppressed = ["all", "oof", "dr", "autoreply"];

    /// <summary>Whether no acknowledgement may be sent: the sender suppresses responses, the message came through a list, or its stored <c>Return-Path</c> is empty.</summary>
    public static bool IsWanted(ReadMail mail) => HasNullReturnPath(mail) || mail.Headers.Any(field =>
        (field.Key.Equals("X-Auto-Response-Suppress", StringComparison.OrdinalIgnoreCase)
            && field.Value.Split([',', ';', ' ']).Any(word => Suppressed.Contains(word.Trim().ToLowerInvariant())))
        || (field.Key.Equals("Precedence", StringComparison.OrdinalIgnoreCase) && AutomaticHeaders.Keyword(field.Value).Equals("list", StringComparison.OrdinalIgnoreCase)));

    internal static bool HasNullReturnPath(ReadMail mail) => mail.Header("Return-Path") is { } path && path.AsSpan().Trim() is "<>";
}

namespace Soundoff.Tests.Mail.Letters;

/// <summary>Messages as listeners and hosts write them.</summary>
internal static class SampleLetter
{
    public const string Text = "The sleeper to Trieste was never late.\n\nMy grandfather kept its clock.";

    public static string From(string name, string address, string text = Text, string id = "one@mail.example", string subject = "About sleepers", string more = "") => $"""
        From: {name} <{address}>
        To: contact@radio.example
        Subject: {subject}
        Date: Sun, 01 Mar 2026 11:58:00 +0000
        Message-ID: <{id}>
        MIME-Version: 1.0
        {more}Content-Type: text/plain; charset=utf-8

        {text}
        """;

    public static string Ana(string text = Text, string id = "one@mail.example", string more = "") => From("Ana Ruiz", LetterWorld.Ana, text, id, more: more);
}

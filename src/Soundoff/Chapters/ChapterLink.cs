namespace Soundoff.Chapters;

/// <summary>Addresses in chapters: only what a page may link to.</summary>
internal static class ChapterLink
{
    /// <summary>An absolute http or https address; null for anything else.</summary>
    public static Uri? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http") ? address : null;
}

using Soundoff.Catalog;

namespace Soundoff.Mail.Keeping;

/// <summary>The row keys of a show's partition in the <c>Letters</c> table. Times are as in <see cref="RowKeys"/>.</summary>
internal static class LetterKeys
{
    /// <summary>Before every letter's key.</summary>
    public const string Letters = "l:";

    /// <summary>A letter, newest first.</summary>
    public static string Letter(DateTimeOffset received, string id) => $"{Letters}{RowKeys.NewestFirst(received)}:{id}";

    /// <summary>Where the letter of an id is.</summary>
    public static string Index(string id) => "i:" + id;

    /// <summary>A message was seen.</summary>
    public static string Seen(string letterKey) => "s:" + letterKey;

    /// <summary>What is known of an address, by its keyed hash.</summary>
    public static string Sender(string hash) => "a:" + hash;

    /// <summary>How often somebody wrote into the contact form, by a keyed hash.</summary>
    public static string Visitor(string hash) => "v:" + hash;

    /// <summary>Published letters of all episodes.</summary>
    public const string AllPublished = "q:";

    /// <summary>Published letters of an episode, oldest first.</summary>
    public static string Published(string slug) => $"{AllPublished}{slug}:";

    /// <summary>The episode of a published letter.</summary>
    public static string SlugOf(string published) => published.Split(':', 3)[1];

    /// <summary>A published letter.</summary>
    public static string Published(string slug, DateTimeOffset received, string id) => $"{Published(slug)}{RowKeys.OldestFirst(received)}:{id}";

    /// <summary>A page whose letters changed, until the catalog lists the work.</summary>
    public static string Changed(string slug) => "d:" + slug;

    /// <summary>An answer of a host that was passed on.</summary>
    public static string Reply(string letter, string mail) => $"{Replies(letter)}{mail}";

    /// <summary>The answers to a letter.</summary>
    public static string Replies(string letter) => $"y:{letter}:";

    /// <summary>Something hosts should be told, oldest first.</summary>
    public static string Notice(DateTimeOffset time, string id) => $"n:{RowKeys.OldestFirst(time)}:{id}";

    /// <summary>Before the letters that wait for a bundle.</summary>
    public const string Bundled = "b:";

    /// <summary>A letter that waits for a bundle, oldest first.</summary>
    public static string BundledLetter(DateTimeOffset received, string id) => $"{Bundled}{RowKeys.OldestFirst(received)}:{id}";

    /// <summary>When the next bundle is due.</summary>
    public const string Bundle = "t:bundle";

    /// <summary>How far hosts have been told what came.</summary>
    public const string Digest = "t:digest";
}

using AngleSharp.Html.Parser;
using Soundoff.Problems;
using Soundoff.Uploads;

namespace Soundoff.Intake;

/// <summary>The files beside the page that notes show or link to by their names, and whether they are there.</summary>
internal static class NamedFiles
{
    // A page's own address stands for nothing that can be looked up.
    private static readonly Uri Page = new("https://page.invalid/show/episode/");

    /// <summary>A warning for each picture or file that the notes name and that is not published beside the page.</summary>
    /// <param name="notes">The file of the notes.</param>
    /// <param name="body">The cleaned notes.</param>
    /// <param name="files">All files of the episode.</param>
    /// <param name="text">The notes as written, in which lines are looked for.</param>
    public static IEnumerable<Problem> Missing(UploadedFile notes, string body, IReadOnlyList<UploadedFile> files, string text)
    {
        if (!body.Contains("src=", StringComparison.Ordinal) && !body.Contains("href=", StringComparison.Ordinal)) yield break;
        var beside = files.Where(f => f.Path.Role == UploadRole.Extra).Select(f => f.Name[(f.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]).ToHashSet(StringComparer.Ordinal);
        using var page = new HtmlParser().ParseDocument(body);
        var named = page.QuerySelectorAll("img[src]").Select(e => (Address: e.GetAttribute("src")!, Picture: true))
            .Concat(page.QuerySelectorAll("a[href]").Select(e => (Address: e.GetAttribute("href")!, Picture: false)));
        foreach (var (address, picture) in named.DistinctBy(n => n.Address))
        {
            if (NameOf(address) is not { } name || beside.Contains(name) || (!picture && !Path.HasExtension(name))) continue;
            var at = text.IndexOf(address, StringComparison.Ordinal);
            var other = files.FirstOrDefault(f => f.Name.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase));
            yield return Problem.Warning(
                notes.Name,
                picture ? $"The picture \"{name}\" is not beside the page, so nothing is shown there." : $"The file \"{name}\" is not beside the page, so its link leads nowhere.",
                other is null ? $"Upload it as {notes.Path.Key}/{name}, or correct its name."
                    : other.Path.Role == UploadRole.Extra ? $"Write its name as the file has it: {other.Name[(other.Name.LastIndexOf('/') + 1)..]}."
                    : $"{other.Name} is taken for the episode's own: upload it under another name as well.",
                line: at < 0 ? null : text.AsSpan(0, at).Count('\n') + 1);
        }
    }

    // The name below the page's folder; null for an address that leads elsewhere.
    private static string? NameOf(string address)
    {
        if (address.StartsWith('#') || !Uri.TryCreate(Page, address, out var uri) || !Page.IsBaseOf(uri) || uri.AbsolutePath.Length <= Page.AbsolutePath.Length) return null;
        var name = Uri.UnescapeDataString(uri.AbsolutePath[Page.AbsolutePath.Length..]);
        return name.EndsWith('/') ? null : name;
    }
}

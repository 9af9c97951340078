using System.IO.Compression;
using System.Text;
using Soundoff.Episodes;
using Soundoff.Pages;

namespace Soundoff.Tests.Pages;

public sealed class SiteAssetsTests
{
    [Fact]
    public void An_asset_is_named_after_its_content()
    {
        Assert.All(SiteAssets.All, asset => Assert.Contains(ContentTag.Of(asset.Bytes.Span), asset.Path));
        Assert.Equal(["image/svg+xml", "text/css; charset=utf-8", "text/javascript; charset=utf-8"], SiteAssets.All.Select(a => a.Type).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_embedded_style_is_part_of_the_style_sheet()
    {
        var style = Encoding.UTF8.GetString(SiteAssets.Style.Bytes.Span);
        Assert.All(Sources(".css"), source => Assert.Contains(source.Text, style));
    }

    [Fact]
    public void Every_embedded_script_is_part_of_the_one_of_all_pages_or_stands_alone()
    {
        var script = Encoding.UTF8.GetString(SiteAssets.Script.Bytes.Span);
        Assert.All(Sources(".js").Where(source => source.Name is not ("open.js" or "follow.js" or "search-terms.js" or "search-index.js" or "search-page.js")), source =>
            Assert.All(source.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("//", StringComparison.Ordinal)), line => Assert.Contains(line, script)));
    }

    [Theory]
    [InlineData(".css")]
    [InlineData(".js")]
    public void Script_and_style_are_small_when_they_are_compressed(string kind)
    {
        const int most = 14 * 1024;
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            foreach (var asset in SiteAssets.All.Where(a => a.Path.EndsWith(kind, StringComparison.Ordinal))) pack.Write(asset.Bytes.Span);
        Assert.True(packed.Length <= most, $"All {kind} files have {packed.Length:N0} bytes compressed; {most:N0} are the most.");
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere() => Assert.All(SiteAssets.All, asset => Assert.DoesNotContain("url(", Encoding.UTF8.GetString(asset.Bytes.Span)));

    private static IEnumerable<(string Name, string Text)> Sources(string kind)
    {
        const string folder = "Soundoff.Assets.";
        var assembly = typeof(SiteAssets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal) && n.EndsWith(kind, StringComparison.Ordinal)))
        {
            using var source = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[folder.Length..], source.ReadToEnd());
        }
    }
}

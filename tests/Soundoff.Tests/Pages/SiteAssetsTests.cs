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
        Assert.Equal(["text/css; charset=utf-8", "text/javascript; charset=utf-8", "text/javascript; charset=utf-8", "image/svg+xml"], SiteAssets.All.Select(a => a.Type));
    }

    [Fact]
    public void Every_embedded_style_is_part_of_the_style_sheet()
    {
        var assembly = typeof(SiteAssets).Assembly;
        var style = Encoding.UTF8.GetString(SiteAssets.Style.Bytes.Span);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Soundoff.Assets.", StringComparison.Ordinal) && n.EndsWith(".css", StringComparison.Ordinal)))
        {
            using var source = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Assert.Contains(source.ReadToEnd(), style);
        }
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere() => Assert.All(SiteAssets.All, asset => Assert.DoesNotContain("url(", Encoding.UTF8.GetString(asset.Bytes.Span)));
}

using Soundoff.Tests.Browser;

namespace Soundoff.Tests.Docs;

/// <summary>Diagrams are drawn by what draws them where documents are read.</summary>
public sealed class DiagramsTests(ChromiumFixture chromium)
{
    private const string Draw = "async text => { try { return (await mermaid.render('drawn', text)).svg.includes('<path') ? '' : 'Nothing is drawn.'; } catch (e) { return `${e}`; } }";

    [Fact]
    public async Task Every_diagram_is_drawn_and_a_broken_one_is_not()
    {
        var page = await chromium.PageAsync();
        await page.AddScriptTagAsync(new() { Content = await MermaidScript.ReadAsync(TestContext.Current.CancellationToken) });
        var diagrams = Document.All.SelectMany(document => document.Fences).Where(fence => fence.Kind == "mermaid").ToList();
        Assert.NotEmpty(diagrams);
        foreach (var diagram in diagrams)
        {
            var wrong = await page.EvaluateAsync<string>(Draw, diagram.Text);
            Assert.True(wrong.Length == 0, $"{diagram.Place}: {wrong}");
        }

        Assert.NotEqual("", await page.EvaluateAsync<string>(Draw, diagrams[0].Text.Replace("->", "-", StringComparison.Ordinal)));
        await page.Context.DisposeAsync();
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Soundoff.Chapters;
using Soundoff.Episodes;
using Soundoff.Notes;
using Soundoff.Shows;
using Soundoff.Transcripts;

namespace Soundoff.Tests.Pages;

public sealed class EpisodePageTests
{
    private const string Harbour = "night-desk/harbour-lights/index.html";

    [Fact]
    public void A_whole_page_is_as_expected()
    {
        Assert.Equal(Expected("harbour-lights.html", SampleSite.Html(Harbour)), SampleSite.Html(Harbour));
    }

    [Fact]
    public async Task The_same_episode_gives_the_same_bytes_in_any_culture_and_thread()
    {
        var first = SampleSite.Documents[Harbour];
        var again = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(n % 2 == 0 ? "fa-IR" : "de-DE");
            var older = SampleSite.Listed(SampleShows.Long, SampleShows.NightDesk);
            return SampleSite.Renderer.Episode(SampleShows.NightDesk, SampleShows.Harbour, older, null);
        })));
        Assert.All(again, bytes => Assert.Equal(first, bytes));
    }

    [Fact]
    public void The_head_tells_readers_and_machines_where_everything_is()
    {
        var head = PageHtmlTests.Parse(Harbour).Head!;
        Assert.Equal("https://radio.example/listen/night-desk/harbour-lights/", head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            [
                "https://radio.example/listen/night-desk/feed.xml", "https://radio.example/listen/night-desk/atom.xml", "https://radio.example/listen/night-desk/feed.json",
                "https://radio.example/listen/night-desk/harbour-lights/oembed.json",
            ],
            head.QuerySelectorAll("link[rel=alternate]").Select(l => l.GetAttribute("href")!));
        Assert.Equal(
            ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/json+oembed"],
            head.QuerySelectorAll("link[rel=alternate]").Select(l => l.GetAttribute("type")!));
        Assert.Equal("article", Property(head, "og:type"));
        Assert.StartsWith("https://radio.example/listen/night-desk/cover-", Property(head, "og:image"));
        Assert.Equal("https://radio.example/listen/night-desk/harbour-lights-1f0c9a2b3c4d.wav", Property(head, "og:audio"));
        Assert.Null(head.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public void Linked_data_describes_the_episode_and_its_recording()
    {
        using var data = JsonDocument.Parse(PageHtmlTests.Parse(Harbour).Scripts.Single(s => s.Type == "application/ld+json").Text);
        var episode = data.RootElement;
        Assert.Equal("PodcastEpisode", episode.GetProperty("@type").GetString());
        Assert.Equal("Harbour lights", episode.GetProperty("name").GetString());
        Assert.Equal(5, episode.GetProperty("episodeNumber").GetInt32());
        Assert.Equal("PT1H2M5S", episode.GetProperty("associatedMedia").GetProperty("duration").GetString());
        Assert.Equal("https://radio.example/listen/night-desk/", episode.GetProperty("partOfSeries").GetProperty("url").GetString());
    }

    [Fact]
    public void An_episode_without_audio_is_an_article_without_a_player()
    {
        var page = PageHtmlTests.Parse("night-desk/the-bridge/index.html");
        Assert.Null(page.QuerySelector("audio"));
        using var data = JsonDocument.Parse(page.Scripts.Single(s => s.Type == "application/ld+json").Text);
        Assert.Equal("Article", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal(3, page.QuerySelectorAll(".story > p:not(.source)").Length);
    }

    [Fact]
    public void Hostile_texts_stay_texts()
    {
        var page = PageHtmlTests.Parse("night-desk/hostile/index.html");
        Assert.Equal(SampleShows.Hostile.Title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("<img src=x onerror=alert(3)>", page.QuerySelector(".person h3")!.TextContent.Trim());
        Assert.Equal("\" onmouseover=\"alert(4)", page.QuerySelector(".who")!.TextContent);
        Assert.Equal("</details><script>alert(7)</script>", page.QuerySelector(".passage > :last-child")!.TextContent.Trim());
        Assert.Equal(3, page.Scripts.Length);
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(SampleSite.Html("night-desk/hostile/index.html"), c => c is '\0' or '\u001b');
    }

    [Fact]
    public void Without_an_address_or_a_network_the_notes_markers_become_plain_words()
    {
        var body = $"<p>Write to {BodyMarkers.Contact} or find us on {BodyMarkers.NetworkOpen("facebook")}Facebook{BodyMarkers.NetworkClose}.</p>";
        var html = Render(SampleShows.Bare, SampleShows.AudioAlone with { BodyHtml = body });
        Assert.Contains("<p>Write to our e-mail address or find us on Facebook.</p>", html);
        Assert.DoesNotContain("#contact", html);
    }

    [Fact]
    public void Pictures_of_the_notes_load_late_and_safely()
    {
        var html = Render(SampleShows.Bare, SampleShows.AudioAlone with { BodyHtml = "<p><img src=\"http://pictures.example/a.jpg\" alt=\"A quay\"></p>" });
        Assert.Contains("<img src=\"https://pictures.example/a.jpg\" alt=\"A quay\" loading=\"lazy\" decoding=\"async\">", html);
    }

    [Fact]
    public void A_transcript_is_shown_once_per_language_the_richest_file_first()
    {
        var page = PageHtmlTests.Parse(Harbour);
        Assert.Equal(["Transcript", "Transcript: Deutsch"], page.QuerySelectorAll(".transcript h2").Select(h => h.TextContent));
        Assert.Equal("de", page.QuerySelectorAll(".passages")[1].GetAttribute("lang"));
        Assert.Equal("/listen/night-desk/harbour-lights-1f0c9a2b3c4d.wav#t=4", page.QuerySelectorAll(".passage a.clock")[1].GetAttribute("href"));
    }

    [Fact]
    public void A_paragraph_of_a_transcript_tells_the_script_where_each_cue_begins()
    {
        var cues = new[] { (0d, "It is five to midnight."), (4.25, "And the wind \u0001is from the east."), (9, "Still.") }.Select(c => new Cue { Start = TimeSpan.FromSeconds(c.Item1), Text = c.Item2 }).ToList();
        var html = Render(SampleShows.Bare, SampleShows.AudioAlone with { Transcripts = [new() { Type = "text/vtt", Cues = [cues[0], cues[2]] }] });
        Assert.Contains("data-lines=\"0,0 9,24\"", html);
        // A sign that HTML forbids would move all that follows it.
        Assert.DoesNotContain("data-lines", Render(SampleShows.Bare, SampleShows.AudioAlone with { Transcripts = [new() { Type = "text/vtt", Cues = cues }] }));
    }

    [Fact]
    public void The_recording_has_captions_in_each_language_that_has_them()
    {
        var track = Assert.Single(PageHtmlTests.Parse(Harbour).QuerySelectorAll("audio > track[kind=captions]"));
        Assert.Equal(("en-gb", "/listen/night-desk/harbour-lights-dddddddddddd.vtt"), (track.GetAttribute("srclang"), track.GetAttribute("src")));
    }

    [Fact]
    public void Chapters_show_their_pictures_and_the_sites_they_lead_to()
    {
        var chapter = new Chapter { Start = TimeSpan.FromSeconds(5), Title = "The quay", Link = new("https://quay.example/lamps"), Image = new("http://pictures.example/quay.jpg") };
        var html = Render(SampleShows.Bare, SampleShows.AudioAlone with { Chapters = [chapter] });
        Assert.Contains("<img src=\"https://pictures.example/quay.jpg\" alt=\"\" width=\"40\" height=\"40\" loading=\"lazy\" decoding=\"async\">", html);
        Assert.Contains("href=\"https://quay.example/lamps\" rel=\"external\"><span class=\"unseen\">The quay: </span><bdi>quay.example</bdi>", html);
    }

    [Fact]
    public void A_picture_of_the_notes_is_no_download()
    {
        var extras = new[] { "map.png", "plan of it.png", "plan.pdf" }.Select(name => new PublicFile { Path = $"bare/take-1/{name}", Type = "image/png", Length = 1 }).ToList();
        var html = Render(SampleShows.Bare, SampleShows.AudioAlone with { Extras = extras, BodyHtml = "<p><img src=\"map.png\" alt=\"\"> <img src=\"./plan%20of%20it.png\" alt=\"\"></p>" });
        Assert.DoesNotContain("<bdi>map.png</bdi>", html);
        Assert.DoesNotContain("<bdi>plan of it.png</bdi>", html);
        Assert.Contains("<bdi>plan.pdf</bdi>", html);
    }

    [Fact]
    public void Other_sites_learn_of_the_player_by_oEmbed_and_by_a_player_card()
    {
        var head = PageHtmlTests.Parse(Harbour).Head!;
        Assert.Equal("player", head.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        var player = head.QuerySelector("meta[name='twitter:player']")!.GetAttribute("content")!;
        Assert.Equal("https://radio.example/listen/night-desk/harbour-lights/embed/", player);
        using var told = JsonDocument.Parse(SampleSite.Documents["night-desk/harbour-lights/oembed.json"]);
        Assert.Equal(("1.0", "rich", "Harbour lights"), (Told("version"), Told("type"), Told("title")));
        Assert.StartsWith($"<iframe src=\"{player}\" title=\"Harbour lights\" ", Told("html"));
        Assert.Equal(640, told.RootElement.GetProperty("width").GetInt32());
        var embed = PageHtmlTests.Parse("night-desk/harbour-lights/embed/index.html");
        Assert.Equal("noindex", embed.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.NotNull(embed.QuerySelector("audio[controls]"));

        string Told(string name) => told.RootElement.GetProperty(name).GetString()!;
    }

    [Fact]
    public void A_hostile_title_stays_a_title_in_the_code_for_other_sites()
    {
        using var told = JsonDocument.Parse(SampleSite.Documents["night-desk/hostile/oembed.json"]);
        var frame = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(told.RootElement.GetProperty("html").GetString()!).Body!;
        Assert.Equal("IFRAME", Assert.Single(frame.Children).TagName);
        Assert.StartsWith("</title><script>alert(1)</script> \"quoted\"", frame.Children[0].GetAttribute("title"));
    }

    [Fact]
    public void An_article_has_nothing_to_embed()
    {
        Assert.Null(SampleSite.Renderer.Embed(SampleShows.NightDesk, SampleShows.Article));
        Assert.Null(SampleSite.Renderer.Oembed(SampleShows.NightDesk, SampleShows.Article));
        var page = PageHtmlTests.Parse("night-desk/the-bridge/index.html");
        Assert.Null(page.QuerySelector("[type='application/json+oembed'], #sharing-embed"));
        Assert.Equal("summary", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
    }

    [Fact]
    public void A_right_to_left_language_turns_the_page_around()
    {
        var page = PageHtmlTests.Parse("nur/السوق/index.html");
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("auto", page.QuerySelector("h1")!.GetAttribute("dir"));
    }

    private static string Render(Show show, Episode episode) => Encoding.UTF8.GetString(SampleSite.Renderer.Episode(show, episode, null, null));

    private static string? Property(IElement head, string name) => head.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");

    // Run the tests with SOUNDOFF_ACCEPT=1 to write the expected page anew, then read the difference.
    private static string Expected(string name, string actual, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("SOUNDOFF_ACCEPT") != "1") return File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "pages", name));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "Data", "pages", name), actual);
        return actual;
    }
}

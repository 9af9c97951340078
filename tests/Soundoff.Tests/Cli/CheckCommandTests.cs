using System.Text.Json;
using Soundoff.Cli;

namespace Soundoff.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private static readonly string[] Keys =
        ["slug", "title", "standfirst", "body", "date", "hosts", "guests", "source", "topics", "audio", "chapters", "transcripts", "problems"];

    private static readonly string Demo = Path.Combine(AppContext.BaseDirectory, "Demo", "Shows");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_json_of_an_episode_has_its_facts_under_the_promised_keys()
    {
        var run = await CommandRun.Of(["check", "--json", .. Directory.GetFiles(Path.Combine(Demo, "last-stop"), "night-bread.*")]);
        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        var episode = Assert.Single(run.Lines);
        Assert.Equal(Keys, episode.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2025-09-19T06:00:00+01:00", episode.GetProperty("date").GetString());
        Assert.Equal("Ada Penrose", episode.GetProperty("hosts")[0].GetProperty("name").GetString());
        Assert.Equal("baker, who loads the loaves himself so that nobody stands them on end", episode.GetProperty("guests")[0].GetProperty("description").GetString());
        Assert.Equal(["Bread", "Night trains"], episode.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()));
        Assert.Equal("mp3", episode.GetProperty("audio").GetProperty("format").GetString());
        Assert.Equal([0, 21, 40], episode.GetProperty("chapters").EnumerateArray().Select(chapter => chapter.GetProperty("start").GetDouble()));
        Assert.Equal(9, episode.GetProperty("transcripts")[0].GetProperty("cues").GetInt32());
        Assert.Equal(JsonValueKind.Null, episode.GetProperty("source").ValueKind);
        Assert.Empty(episode.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task A_recording_alone_is_told_by_its_tags()
    {
        var run = await CommandRun.Of("check", "--json", Path.Combine(Demo, "last-stop", "train-that-waits.mp3"));
        var episode = Assert.Single(run.Lines);
        Assert.Equal("The Train That Waits for the Tide", episode.GetProperty("title").GetString());
        var audio = episode.GetProperty("audio");
        Assert.Equal("Kettle Lane Radio", audio.GetProperty("artist").GetString());
        Assert.Equal("Last Stop", audio.GetProperty("album").GetString());
        Assert.False(audio.GetProperty("estimated").GetBoolean());
        Assert.Equal("image/jpeg", audio.GetProperty("picture").GetProperty("type").GetString());
        Assert.Equal(1400, audio.GetProperty("picture").GetProperty("width").GetInt32());
        Assert.Equal(3, episode.GetProperty("chapters").GetArrayLength());
    }

    [Fact]
    public async Task What_is_incomplete_is_an_error_when_it_is_checked_strictly_and_each_directory_says_what_to_add()
    {
        var folder = Path.GetDirectoryName(_folder.Write("radio/show.yaml", "title: Radio\nlanguage: en\n"))!;
        _folder.Write("radio/one.md", "---\ntitle: One\ndate: 2026-03-01\n---\nText.");

        Assert.Equal(ExitCode.Good, (await CommandRun.Of("check", folder)).ExitCode);
        var strict = await CommandRun.Of("check", "--strict", folder);
        Assert.Equal(ExitCode.NotPublished, strict.ExitCode);
        Assert.Matches(@"Apple Podcasts +no +add description", strict.Output);
        Assert.Matches(@"Podcast Index +yes", strict.Output);
    }

    [Fact]
    public async Task A_lone_article_of_any_name_is_an_episode_of_a_show_named_after_its_folder()
    {
        var article = _folder.Write("My Desk/Some Notes 3.txt", "A Title\n\nA standfirst of some words.\n\nA paragraph.\n\nSource: example.org");
        var run = await CommandRun.Of("check", "--json", article);
        Assert.Equal(ExitCode.Good, run.ExitCode);
        var episode = Assert.Single(run.Lines);
        Assert.Equal(("some-notes-3", "A Title"), (episode.GetProperty("slug").GetString(), episode.GetProperty("title").GetString()));
        Assert.Equal("https://example.org/", episode.GetProperty("source").GetProperty("link").GetString());
        Assert.Equal(JsonValueKind.Null, episode.GetProperty("date").ValueKind);
    }

    [Fact]
    public async Task The_settings_beside_a_file_give_its_defaults_and_the_other_episodes_are_left_alone()
    {
        _folder.Write("radio/show.yaml", "title: Radio\nlanguage: de\ntimezone: Europe/Berlin\nhosts: [Mara Lind]\n");
        _folder.Write("radio/other.md", "Other");
        var notes = _folder.Write("radio/one.md", "---\ntitle: One\ndate: 2026-03-01 18:00\n---\nText.");
        var episode = Assert.Single((await CommandRun.Of("check", "--json", notes)).Lines);
        Assert.Equal("2026-03-01T18:00:00+01:00", episode.GetProperty("date").GetString());
        Assert.Equal("Mara Lind", episode.GetProperty("hosts")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_problem_that_stops_publication_is_told_with_file_line_field_and_mend_and_gives_exit_1()
    {
        var notes = _folder.Write("radio/one.md", "---\ntitle: One\ndate: yesterday\n---\nText.");
        var json = await CommandRun.Of("check", "--json", notes);
        Assert.Equal(ExitCode.NotPublished, json.ExitCode);
        var problem = Assert.Single(json.Lines).GetProperty("problems").EnumerateArray().Single(problem => problem.GetProperty("severity").GetString() == "error");
        Assert.Equal(("one.md", 3, "date"), (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(), problem.GetProperty("field").GetString()));
        Assert.NotEmpty(problem.GetProperty("mend").GetString()!);

        var screen = await CommandRun.Of("check", notes);
        Assert.Equal(ExitCode.NotPublished, screen.ExitCode);
        Assert.Contains("one.md:3 date", screen.Output, StringComparison.Ordinal);
        Assert.Contains("0 episodes of 1 can be published: 1 error", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_shows_gives_every_episode_of_each()
    {
        var run = await CommandRun.Of("check", "--json", Demo);
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Equal(["first-frost", "the-clock-stays-slow", "night-bread", "train-that-waits"], run.Lines.Select(episode => episode.GetProperty("slug").GetString()));
        Assert.All(run.Lines, episode => Assert.Empty(episode.GetProperty("problems").EnumerateArray()));
    }

    [Fact]
    public async Task Two_names_with_one_address_stop_the_second()
    {
        _folder.Write("radio/Night Train.md", "# One\n\nText.");
        _folder.Write("radio/night-train.md", "# Two\n\nText.");
        var run = await CommandRun.Of("check", _folder.At("radio"));
        Assert.Equal(ExitCode.NotPublished, run.ExitCode);
        Assert.Contains("belongs to \"Night Train\" already", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_gives_exit_2_and_is_named()
    {
        var run = await CommandRun.Of("check", "--json", _folder.At("nothing.md"));
        Assert.Equal((ExitCode.Misused, ""), (run.ExitCode, run.Output));
        Assert.Contains("nothing.md", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_line_that_is_not_understood_gives_exit_2()
    {
        Assert.Equal(ExitCode.Misused, (await CommandRun.Of("check")).ExitCode);
        Assert.Equal(ExitCode.Misused, (await CommandRun.Of("serve", "--port", "many")).ExitCode);
        Assert.Equal(ExitCode.Misused, (await CommandRun.Of("serve", _folder.At("missing"))).ExitCode);
    }
}

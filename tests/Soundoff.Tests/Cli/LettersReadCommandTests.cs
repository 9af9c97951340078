using System.Text.Json;
using Soundoff.Cli;

namespace Soundoff.Tests.Cli;

public sealed class LettersReadCommandTests : IDisposable
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Data", "mail");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Hundreds_of_messages_are_read_in_one_call_in_the_order_given()
    {
        var files = Directory.GetFiles(Data, "*.eml", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal).ToArray();
        var messages = await ReadAsync(files);
        Assert.Equal(files, messages.Select(message => message.GetProperty("file").GetString()));
        Assert.All(messages, message => Assert.Equal(
            ["file", "class", "rule", "episode", "name", "text", "quoted", "attachments"], message.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public async Task What_is_read_is_what_the_twins_say()
    {
        var files = Directory.GetFiles(Path.Combine(Data, "reading"), "*.eml");
        Assert.All(files.Zip(await ReadAsync(files)), pair =>
        {
            using var twin = JsonDocument.Parse(File.ReadAllBytes(pair.First + ".json"));
            foreach (var name in new[] { "name", "text", "quoted" })
                if (twin.RootElement.TryGetProperty(name, out var expected)) Assert.Equal(expected.GetString(), pair.Second.GetProperty(name).GetString());
        });
    }

    [Fact]
    public async Task What_needs_no_more_than_the_message_is_sorted_as_the_twins_say()
    {
        // Those with a delivery are sorted by what a server or a store says; two differ in what the message says of its envelope, or of a show it is not addressed to.
        var files = Directory.GetFiles(Path.Combine(Data, "sorting"), "*.eml")
            .Where(file => !File.Exists(file + ".delivery.json") && Path.GetFileName(file) is not ("bounce-postfix-report.eml" or "ours-message-id.eml")).ToArray();
        Assert.All(files.Zip(await ReadAsync(files)), pair =>
        {
            using var twin = JsonDocument.Parse(File.ReadAllBytes(pair.First + ".json"));
            Assert.Equal(twin.RootElement.GetProperty("class").GetString()!.ToLowerInvariant(), pair.Second.GetProperty("class").GetString());
            Assert.Equal(twin.RootElement.GetProperty("rule").GetString(), pair.Second.GetProperty("rule").GetString());
        });
    }

    [Theory]
    [InlineData("To: contact+hanoi-summit@radio.example", "hanoi-summit")]
    [InlineData("To: Radio <contact+hanoi-summit@radio.example>, contact+other@radio.example", "hanoi-summit")]
    [InlineData("Delivered-To: contact+hidden@radio.example\nTo: contact+shown@radio.example", "hidden")]
    [InlineData("X-Original-To: contact+night@radio.example\nTo: list@radio.example", "night")]
    [InlineData("To: contact+t%C3%BCr@radio.example", "tür")]
    [InlineData("To: contact@radio.example\nIn-Reply-To: <ack.rail.night.7a@radio.example>", "night")]
    [InlineData("To: contact@radio.example", null)]
    [InlineData("To: ida+private@radio.example", null)]
    public async Task Recipients_and_answered_messages_name_the_episode_without_a_store(string header, string? episode)
    {
        var message = Assert.Single(await ReadAsync(Letter("one.eml", header)));
        Assert.Equal((episode, "letter"), (message.GetProperty("episode").GetString(), message.GetProperty("class").GetString()));
    }

    [Fact]
    public async Task A_message_that_came_before_in_the_call_is_a_duplicate()
    {
        var (one, copy) = (Letter("one.eml", "Message-ID: <1@mail.example>\nTo: contact@radio.example"), Letter("copy.eml", "Message-ID: <1@mail.example>\nTo: contact@radio.example"));
        var other = Letter("other.eml", "Message-ID: <2@mail.example>\nTo: contact@radio.example");
        Assert.Equal(["letter", "letter", "duplicate", "duplicate"], (await ReadAsync(one, other, copy, one)).Select(message => message.GetProperty("class").GetString()));
    }

    [Fact]
    public async Task An_empty_return_path_in_a_file_alone_makes_no_bounce_of_a_letter()
    {
        var message = Assert.Single(await ReadAsync(Letter("one.eml", "Return-Path: <>\nTo: contact@radio.example")));
        Assert.Equal(("letter", "letter"), (message.GetProperty("class").GetString(), message.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task People_are_told_why_and_what_was_cut_off()
    {
        var run = await CommandRun.Of("letters", "read", Path.Combine(Data, "reading", "gmail-reply-english.eml"), Path.Combine(Data, "reading", "voice-memo.eml"));
        Assert.Equal(ExitCode.Good, run.ExitCode);
        foreach (var told in new[] { "None of the others: a person writes.", "Anna Keller", "The whistle you mention is a Class 52.", "cut off", "> Dear Anna,", "Recording 12.m4a" })
            Assert.Contains(told, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_told_and_nothing_is_read()
    {
        var run = await CommandRun.Of("letters", "read", "--json", Letter("one.eml", "To: contact@radio.example"), _folder.At("none.eml"));
        Assert.Equal((ExitCode.Misused, ""), (run.ExitCode, run.Output));
        Assert.Contains("none.eml", run.Error, StringComparison.Ordinal);
    }

    private string Letter(string name, string header) => _folder.Write(name, $"From: Ana <ana@example.com>\n{header}\nSubject: Trains\n\nThey were never late.\n");

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(params string[] files)
    {
        var run = await CommandRun.Of(["letters", "read", "--json", .. files]);
        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}

using Soundoff.Cli;
using Soundoff.Cli.Local;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

public sealed class LettersSendCommandTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly StationSettings _settings = new() { Port = CommandRun.FreePort(), ConnectionString = azurite.NewAccount() };
    private LocalStation _station = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _station = await LocalStation.StartAsync(_settings, new RecordingStatus(), Cancellation);
        await _station.BeginAsync(Cancellation);
        await LocalRail.PublishAsync(_settings, "---\ntitle: Night trains\ndate: 2020-01-01\n---\nThey run again.", Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _station.DisposeAsync();
        _folder.Dispose();
        await EmulatedAccounts.EmptyAsync(_settings.ConnectionString);
    }

    [Theory]
    [InlineData("contact+night@radio.example", "episode.recipient", "--episode", "night")]
    [InlineData("contact+night@radio.example", "episode.recipient", "--episode", "night", "--default-mode")]
    [InlineData("contact@radio.example", "show", "--show", "rail")]
    [InlineData("contact@radio.example", "show")]
    [InlineData("contact+night@radio.example", "episode.recipient", "--to", "contact@radio.example", "--episode", "night")]
    public async Task A_file_becomes_a_letter_and_is_told_of(string recipient, string rule, params string[] args)
    {
        var run = await SendAsync(args);
        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        Assert.Contains($"Taken, for {recipient}.", run.Output, StringComparison.Ordinal);
        Assert.Contains(rule + ": ", run.Output, StringComparison.Ordinal);
        Assert.Contains("forwarded to 1 of the hosts", run.Output, StringComparison.Ordinal);
        Assert.Contains("The sleeper was never late.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_came_before_is_told_to_be_dropped()
    {
        await SendAsync();
        var again = await SendAsync("--from", "other@example.com");
        Assert.Equal(ExitCode.Good, again.ExitCode);
        Assert.Contains("No letter came of it", again.Output, StringComparison.Ordinal);
        Assert.Single((await CommandRun.Of("letters", "list", "--json", "--class", "letter", "--storage", _settings.ConnectionString)).Lines);
    }

    [Fact]
    public async Task The_envelope_that_is_given_decides() =>
        Assert.Contains("bounce.null-sender", (await SendAsync("--from", "")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData(ExitCode.Misused, "no live episode", "--episode", "none")]
    [InlineData(ExitCode.Misused, "There is no show", "--show", "none")]
    [InlineData(ExitCode.Misused, "--url takes an http address", "--url", "ftp://radio.example")]
    [InlineData(ExitCode.CannotRun, "Start 'soundoff serve'", "--url", "http://localhost:9/api/mail")]
    public async Task What_cannot_be_sent_is_told(int code, string told, params string[] args)
    {
        var run = await SendAsync(args);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_and_a_wrong_address_are_told()
    {
        Assert.Equal(ExitCode.Misused, (await CommandRun.Of("letters", "send", _folder.At("none.eml"))).ExitCode);
        var run = await SendAsync("--url", new Uri(_settings.Address, "api/elsewhere").AbsoluteUri);
        Assert.Equal(ExitCode.NotPublished, run.ExitCode);
        Assert.Contains("There is no webhook at this address", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> SendAsync(params string[] args)
    {
        var file = _folder.Write("ana.eml", "From: Ana Ruiz <ana@example.com>\nTo: Rail <contact@radio.example>\nSubject: About sleepers\nMessage-ID: <one@mail.example>\n\nThe sleeper was never late.\n");
        string[] url = args.Contains("--url") ? [] : ["--url", new Uri(_settings.Address, "api/mail").AbsoluteUri];
        return CommandRun.Of(["letters", "send", file, .. url, .. args, "--storage", _settings.ConnectionString]);
    }
}

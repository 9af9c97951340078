using System.Text;
using Microsoft.VisualBasic.FileIO;
using MimeKit;
using Soundoff.Cli;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Cli;

/// <summary>What is exported, read back by readers that are not ours.</summary>
public sealed class LettersExportCommandTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _account = azurite.NewAccount();
    private readonly TestFolder _folder = new();
    private LetterWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await (await LetterWorld.CreateAsync(_account)).WithRailAsync();
        await _world.DeliverAsync(SampleLetter.Ana("From here, \"we\" see\nthe sea.\n>From there you do."));
        _world.Clock.Now = _world.Clock.Now.AddMinutes(1);
        await _world.DeliverAsync(SampleLetter.From("=cmd", "bo@example.com", "@SUM(1+1)", "bo@mail.example", "+1-1"), "bo@example.com");
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_mailbox_holds_every_message_whole()
    {
        var file = await ExportAsync("mbox");
        await using var stream = File.OpenRead(file);
        var parser = new MimeParser(stream, MimeFormat.Mbox);
        var messages = new List<MimeMessage>();
        while (!parser.IsEndOfStream) messages.Add(await parser.ParseMessageAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["+1-1", "About sleepers"], messages.Select(message => message.Subject));
        // mboxrd: a sign more before lines that begin with "From ", to be taken off by the reader.
        Assert.Equal(">From here, \"we\" see\nthe sea.\n>>From there you do.", messages[1].TextBody!.ReplaceLineEndings("\n").TrimEnd());
        messages.ForEach(message => message.Dispose());
    }

    [Fact]
    public async Task A_table_has_a_row_for_every_letter_and_no_formulas()
    {
        using var reader = new TextFieldParser(await ExportAsync("csv"), Encoding.UTF8) { HasFieldsEnclosedInQuotes = true, Delimiters = [","], TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (reader.ReadFields() is { } fields) rows.Add(fields);
        Assert.Equal(["show", "id", "received", "class", "rule", "episode", "state", "name", "address", "place", "subject", "text", "attachments"], rows[0]);
        Assert.Equal(("'=cmd", "'+1-1", "'@SUM(1+1)"), (rows[1][7], rows[1][10], rows[1][11]));
        Assert.Equal("From here, \"we\" see\nthe sea.\n>From there you do.", rows[2][11].ReplaceLineEndings("\n"));
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task Only_its_owner_can_read_the_file()
    {
        var file = await ExportAsync("csv");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        var run = await CommandRun.Of("letters", "export", "--format", "csv", "--output", _folder.At("none/letters.csv"), "--storage", _account);
        Assert.Equal(ExitCode.Misused, run.ExitCode);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
    }

    private async Task<string> ExportAsync(string format)
    {
        var file = _folder.At("letters." + format);
        var run = await CommandRun.Of("letters", "export", "rail", "--format", format, "--output", file, "--storage", _account);
        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        return file;
    }
}

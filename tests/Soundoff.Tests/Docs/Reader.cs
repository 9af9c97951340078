using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Soundoff.Cli;
using Soundoff.Tests.Cli;

namespace Soundoff.Tests.Docs;

/// <summary>
/// Somebody who does what the pages say, in their order: saves the files, types the commands, compares what is printed, opens the addresses. Has a folder, a storage
/// account and ports of their own; all that is put in the place of what stands in a page is in this class.
/// </summary>
/// <param name="account">The connection string of an empty storage account, in place of the Azurite on its usual ports.</param>
internal sealed partial class Reader(string account) : IAsyncDisposable
{
    private const string Site = "http://localhost:7071/";
    private const string Webhook = "api/mail";

    // Their arguments are files; those of all others, such as "reconcile my-show", are names.
    private static readonly string[] TakingFiles = ["serve", "check", "letters send", "letters read"];

    private readonly TestFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly int _port = CommandRun.FreePort();
    private readonly int _smtpPort = CommandRun.FreePort();
    private ServeRun? _serve;
    private string? _said;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What <c>serve</c> has printed since it was started last.</summary>
    public string Served => _serve?.Output ?? "";

    /// <summary>How many commands were typed.</summary>
    public int Typed { get; private set; }

    /// <summary>Does what a page says.</summary>
    public async Task FollowAsync(Document document)
    {
        foreach (var part in document.Content.Descendants())
        {
            if (part is FencedCodeBlock block) await FollowAsync(Fence.Of(document, block));
            else if (part is CodeInline { Content: var code } && code.StartsWith(Site, StringComparison.Ordinal)) await OpenAsync(document.Path, code);
            else if (part is LinkInline { Url: { } link } && link.StartsWith(Site, StringComparison.Ordinal)) await OpenAsync(document.Path, link);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_serve is not null) await _serve.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task FollowAsync(Fence fence)
    {
        if (fence.File is { } file)
        {
            _folder.Write(file, fence.Text);
            _said = null;
        }

        if (fence.Kind == Fence.Output) await CompareAsync(fence);
        if (fence.Kind != Fence.Commands || CommandBlock.Of(fence) is not { Needs: null } block) return;
        _said = "";
        if (_serve is not null) await Eventually.BecomesTrueAsync("nothing waits in a queue or a list, as for somebody who types more slowly than a test", IsAtRestAsync);
        foreach (var line in block.Lines) await TypeAsync(block.Place, line);
    }

    private async Task TypeAsync(string place, string line)
    {
        if (line == TypedCommand.Alias || TypedCommand.InCi.ContainsKey(line)) return;
        Typed++;
        if (TypedCommand.Arguments(line) is not { } arguments)
        {
            using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { WorkingDirectory = _folder.Path })!;
            await shell.WaitForExitAsync(Cancellation);
            Assert.True(shell.ExitCode == 0, $"{place}: \"{line}\" ended with {shell.ExitCode}.");
            return;
        }

        var here = await HereAsync(arguments);
        if (here[0] == "serve")
        {
            if (_serve is not null) await _serve.DisposeAsync();
            _serve = await ServeRun.BeginAsync(here, Cancellation);
            _said = null;
            return;
        }

        var run = await CommandRun.AskedAsync("y", here);
        Assert.True(run.ExitCode == ExitCode.Good, $"{place}: \"{line}\" ended with {run.ExitCode}.\n{run.Error}\n{run.Output}");
        _said += run.Output;
    }

    // The same command on the reader's own ports, storage and folder.
    private async Task<string[]> HereAsync(IReadOnlyList<string> arguments)
    {
        var name = arguments[0] == "letters" ? $"letters {arguments[1]}" : arguments[0];
        var here = new List<string>(arguments);
        for (var i = 1; i < here.Count; i++)
        {
            if (Id().IsMatch(here[i])) here[i] = await NewestLetterAsync();
            else if (here[i - 1] == "--output" || (TakingFiles.Contains(name) && Path.Exists(_folder.At(here[i])))) here[i] = _folder.At(here[i]);
        }

        if (name is not ("check" or "letters read")) here.AddRange(["--storage", account]);
        if (name == "letters send") here.AddRange(["--url", At(Site + Webhook).AbsoluteUri]);
        if (name == "serve") here.AddRange(["--port", _port.ToString(CultureInfo.InvariantCulture), "--smtp-port", _smtpPort.ToString(CultureInfo.InvariantCulture)]);
        return [.. here];
    }

    // Ids in pages are those of nobody's letter.
    private async Task<string> NewestLetterAsync() =>
        (await CommandRun.Of("letters", "list", "--count", "1", "--json", "--storage", account)).Lines[0].GetProperty("id").GetString()!;

    private async Task<bool> IsAtRestAsync()
    {
        var status = (await CommandRun.Of("status", "--json", "--storage", account)).Lines[0];
        return status.GetProperty("queues").EnumerateArray().All(queue => queue.GetProperty("waiting").GetInt32() == 0)
            && status.GetProperty("oldestWork").ValueKind == JsonValueKind.Null;
    }

    private async Task CompareAsync(Fence fence)
    {
        if (_said is { } said) Assert.True(ExpectedOutput.IsIn(fence.Text, Usual(said)), $"{fence.Place} promises\n{fence.Text}\nand this was printed:\n{Usual(said)}");
        else await Eventually.BecomesTrueAsync($"serve prints what {fence.Place} promises:\n{fence.Text}\n", () => ExpectedOutput.IsIn(fence.Text, Usual(Served)));
    }

    private async Task OpenAsync(string page, string address)
    {
        // Where messages are posted to; nobody opens it.
        if (address == Site + Webhook) return;
        await Eventually.BecomesTrueAsync($"{address}, which {page} names, is there", async () =>
        {
            using var response = await _http.GetAsync(At(address), Cancellation);
            return response.IsSuccessStatusCode
                && (At(address).Fragment is not { Length: > 1 } fragment || (await response.Content.ReadAsStringAsync(Cancellation)).Contains($"id=\"{fragment[1..]}\"", StringComparison.Ordinal));
        });
    }

    private Uri At(string address) => new(address.Replace("localhost:7071", FormattableString.Invariant($"localhost:{_port}"), StringComparison.Ordinal));

    private string Usual(string said) => said
        .Replace(FormattableString.Invariant($"localhost:{_port}"), "localhost:7071", StringComparison.Ordinal)
        .Replace(FormattableString.Invariant($"localhost:{_smtpPort}"), "localhost:2525", StringComparison.Ordinal);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d-[0-9a-f]+$")]
    private static partial Regex Id();
}

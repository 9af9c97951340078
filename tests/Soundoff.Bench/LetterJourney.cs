using System.Diagnostics;
using System.Globalization;
using Soundoff.Cli.Local;
using Soundoff.Tests.Mail;
using Spectre.Console;

namespace Soundoff.Bench;

/// <summary>
/// How many letters a second go the whole way on an emulator - posted, kept, read, stored, forwarded and acknowledged - and what one costs in storage operations. What is
/// sent goes to the outbox, then through SendGrid's package to a server that speaks its API on this machine.
/// </summary>
internal static class LetterJourney
{
    private static readonly int[] SideBySide = [1, 8];

    /// <param name="counts">How many letters: one table row for each, and for each number of handlers; 200 when none is given.</param>
    public static async Task<int> RunAsync(string[] counts)
    {
        await using var azurite = await Azurite.StartAsync(null, Console.Error.WriteLine, CancellationToken.None);
        await using var provider = await SendGridServer.StartAsync(CancellationToken.None);
        var table = new Table().AddColumns("Letters", "Sent to", "Side by side", "Letters a second", "Operations to receive one", "to handle it", "of these to the outbox");
        foreach (var column in table.Columns) column.RightAligned();
        foreach (var count in (counts is [] ? ["200"] : counts).Select(c => int.Parse(c, CultureInfo.InvariantCulture)))
            foreach (var (name, url) in new[] { ("outbox", null), ("SendGrid", provider.Url) })
                foreach (var handlers in SideBySide)
                    table.AddRow([Text(count, "0"), name, Text(handlers, "0"), .. await RunAsync($"show{count}-{handlers}-{name}", count, handlers, azurite.ConnectionString, url)]);
        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<string[]> RunAsync(string show, int count, int handlers, string storage, Uri? provider)
    {
        var room = await BenchMailroom.CreateAsync(storage, show.ToLowerInvariant(), provider);
        // The first letters pay for compilation and connections.
        var first = Math.Min(20, count);
        await room.ReceiveAsync(0, first, handlers);
        await room.HandleAsync(handlers);

        var watch = Stopwatch.StartNew();
        var (start, sent) = (room.Operations, room.OutboxOperations);
        await room.ReceiveAsync(first, count, handlers);
        var received = room.Operations;
        await room.HandleAsync(handlers);
        var seconds = watch.Elapsed.TotalSeconds;
        await room.CheckAsync(first + count);
        return [Text(count / seconds, "0.0"), .. new[] { received - start, room.Operations - received, room.OutboxOperations - sent }.Select(operations => Text(operations / (double)count, "0.0"))];
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

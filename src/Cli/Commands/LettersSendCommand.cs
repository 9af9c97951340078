using System.CommandLine;
using System.Net;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Cli.Letters;
using Soundoff.Cli.Letters.Posting;
using Soundoff.Cli.Places;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Sorting;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters send</c>: a message in a file, posted as SendGrid would post it.</summary>
internal static class LettersSendCommand
{
    private static readonly Uri Usual = new("http://localhost:7071/api/mail");
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ForAnswers = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A message as mail programs save it (.eml)." };
        var to = new Option<string?>("--to") { Description = "Whom it is for. Left out: the show's contact address, or whom the message names.", HelpName = "address" };
        var from = new Option<string?>("--from") { Description = "The envelope's sender. Left out: the message's Return-Path, or its author.", HelpName = "address" };
        var show = new Option<string?>("--show") { Description = "For this show's contact address.", HelpName = "show" };
        var episode = new Option<string?>("--episode") { Description = "About this episode: its address names it.", HelpName = "slug" };
        var url = new Option<Uri>("--url") { Description = "The webhook.", DefaultValueFactory = _ => Usual, CustomParser = option => HttpAddress.Read(option, Usual), HelpName = "address" };
        var defaultMode = new Option<bool>("--default-mode") { Description = "Post the message taken apart, as Inbound Parse does unless it is told to send it raw." };
        var storage = PlaceCommand.Storage();
        var command = new Command("send", "Post a message to the webhook as SendGrid would, and tell what came of it.") { file, to, from, show, episode, url, defaultMode, storage };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error,
            new(parsed.GetRequiredValue(file), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(show), parsed.GetValue(episode), parsed.GetRequiredValue(url), parsed.GetValue(defaultMode), parsed.GetValue(storage)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, Sending sending, CancellationToken cancellation)
    {
        if (!sending.File.Exists)
        {
            await error.WriteLineAsync($"There is no file {sending.File.FullName}.");
            return ExitCode.Misused;
        }

        // Only what is kept here, or what is said to be looked at, must answer.
        await using var place = sending.Storage is not null || sending.Url.IsLoopback ? await StoragePlace.OpenAsync(sending.Storage, cancellation) : StoragePlace.Of(null);
        var message = await File.ReadAllBytesAsync(sending.File.FullName, cancellation);
        LetterEnvelope? envelope = null;
        var why = "";
        await place.AskAsync(async () =>
            (envelope, why) = await LetterAddress.OfAsync(message, sending.From, sending.To, sending.Show, sending.Episode, place, cancellation));
        if (envelope is null)
        {
            await error.WriteLineAsync(why);
            return ExitCode.Misused;
        }

        var post = LetterPost.Of(message, envelope, sending.DefaultMode);
        var (url, key) = (sending.Url, place.Get<IOptions<MailOptions>>().Value.UrlKey);
        if (!string.IsNullOrEmpty(key) && !url.Query.Contains("key=", StringComparison.Ordinal)) url = new($"{url.AbsoluteUri}{(url.Query.Length > 0 ? "&" : "?")}key={Uri.EscapeDataString(key)}");
        var status = await post.SendAsync(url, cancellation);
        if (status != HttpStatusCode.OK)
        {
            await error.WriteLineAsync(Refusal(status));
            return ExitCode.NotPublished;
        }

        await output.WriteLineAsync($"Taken, for {ScreenText.Line(string.Join(", ", envelope.To))}.");
        // Elsewhere, what came of it is only known where it is kept.
        if (!url.IsLoopback && sending.Storage is null) return ExitCode.Good;
        await place.AskAsync(async () => await TellAsync(output, place, await post.IdAsync(TimeProvider.System.GetUtcNow(), cancellation), cancellation));
        return ExitCode.Good;
    }

    private static async Task TellAsync(TextWriter output, StoragePlace place, string id, CancellationToken cancellation)
    {
        var letters = place.Get<LetterStore>();
        var letter = await LetterFate.OfAsync(letters, place.Get<StorageAccount>().Queue(Queues.Letters), id, LongestWait, cancellation);
        if (letter is null)
        {
            await output.WriteLineAsync("No letter came of it: one that was received before, or a mail of ours, is dropped, and a host's answer is passed on. 'soundoff status' tells whether it still waits.");
            return;
        }

        // Hosts and listener are written to after it is kept.
        var begun = TimeProvider.System.GetTimestamp();
        while (letter is { Class: MailClass.Letter } && !(letter.Acknowledged && letter.Forwarded.Count > 0) && TimeProvider.System.GetElapsedTime(begun) < ForAnswers)
        {
            await Task.Delay(BetweenLooks, cancellation);
            letter = await letters.FindAsync(letter.Show, id, cancellation) ?? letter;
        }

        LetterScreen.Write(Screen.On(output), letter);
    }

    private static string Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => $"The webhook wants a proof: give it the key, as {StoragePlace.EnvironmentPrefix}Mail__UrlKey in the environment or as ?key= in --url.",
        HttpStatusCode.Forbidden => "The webhook refused the key.",
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => "There is no webhook at this address: it ends in /api/mail.",
        HttpStatusCode.RequestEntityTooLarge => "The message is larger than the 64 MB that the webhook takes.",
        _ => FormattableString.Invariant($"The webhook answered {(int)status}: the message was not kept."),
    };

    private sealed record Sending(FileInfo File, string? From, string? To, string? Show, string? Episode, Uri Url, bool DefaultMode, string? Storage);
}

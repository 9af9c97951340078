using System.CommandLine;
using Soundoff.Cli.Places;
using Soundoff.Mail.Keeping;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff letters export</c>: letters as a mailbox or as a table, in a file that only its owner can read.</summary>
internal static class LettersExportCommand
{
    private const string Mbox = "mbox";
    private const string Csv = "csv";

    public static Command Create()
    {
        var show = new Argument<string?>("show") { Description = $"The show; \"{LetterStore.NoShow}\" for mail that names none. Left out: all.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "mbox: the raw messages that are still kept. csv: a table of all letters.", Required = true }.AcceptOnlyFromAmong(Mbox, Csv);
        var file = new Option<FileInfo>("--output") { Description = "The file to write; one that is there is written over.", Required = true, HelpName = "file" };
        var storage = PlaceCommand.Storage();
        var command = new Command("export", "Write letters to a file.") { show, format, file, storage };
        command.SetPlaceAction(storage, (parsed, place, cancellation) => RunAsync(
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, place, parsed.GetValue(show), parsed.GetRequiredValue(format), parsed.GetRequiredValue(file), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, StoragePlace place, string? show, string format, FileInfo file, CancellationToken cancellation)
    {
        var shows = show is not null ? [show] : await place.Get<LetterStore>().ShowsAsync(cancellation);
        // Beside it first: what is there is replaced by a whole file or not at all.
        var part = file.FullName + ".part";
        try
        {
            await using (var stream = new FileStream(part, Private()))
            {
                var export = place.Get<LetterExport>();
                var count = format == Mbox ? await export.WriteMboxAsync(shows, stream, cancellation) : await export.WriteCsvAsync(shows, stream, cancellation);
                await output.WriteLineAsync(FormattableString.Invariant($"{count} {(format == Mbox ? "message" : "letter")}{(count == 1 ? "" : "s")} in {file.FullName}. It holds addresses: keep it safe, and delete it in time."));
            }

            File.Move(part, file.FullName, overwrite: true);
            return ExitCode.Good;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file.FullName} cannot be written: {unwritable.Message}");
            return ExitCode.Misused;
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

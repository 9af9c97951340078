using System.CommandLine;
using Soundoff.Cli.New;
using Soundoff.Fields;
using Soundoff.Shows;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff new</c>: a folder with everything that a show begins with.</summary>
internal static class NewCommand
{
    public static Command Create(TextReader? keyboard)
    {
        var folder = new Argument<DirectoryInfo?>("folder") { Description = "The show's folder; its name is part of the show's address. Left out: this one.", Arity = ArgumentArity.ZeroOrOne };
        var title = new Option<string?>("--title") { Description = "The show's name.", HelpName = "words" };
        var language = new Option<string?>("--language") { Description = "What is spoken: en, de, pt-BR …", HelpName = "tag" };
        var categories = new Option<string[]>("--category") { Description = "One of Apple's: \"Society & Culture > Documentary\"; may be given more than once.", HelpName = "name" };
        var hosts = new Option<string[]>("--host") { Description = "Who hosts it; may be given more than once.", HelpName = "name" };
        var contact = new Option<string?>("--contact") { Description = "The address listeners write to.", HelpName = "address" };
        var command = new Command("new", "Begin a show: its settings, a cover and a first episode, to be replaced by yours.") { folder, title, language, categories, hosts, contact };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = parsed.GetValue(folder)?.FullName ?? Directory.GetCurrentDirectory();
            var questions = new Questions(keyboard, output);
            var usual = Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ') : "My show";
            var chosen = await questions.AskAsync("Title", parsed.GetValue(title), usual, cancellation);
            var spoken = await questions.AskAsync("Language", parsed.GetValue(language), "en", cancellation);
            var listed = parsed.GetValue(categories) is { Length: > 0 } given ? string.Join(";", given) : await questions.AskAsync("Categories of Apple's, with semicolons between", null, "Society & Culture > Documentary", cancellation);
            var hosting = parsed.GetValue(hosts) is { Length: > 0 } named ? string.Join(";", named) : await questions.AskAsync("Hosts, with semicolons between", null, "", cancellation);
            var address = await questions.AskAsync("Address listeners write to", parsed.GetValue(contact), "", cancellation);

            if (LanguageTags.Read(spoken) is not { } tag) return await MisusedAsync(error, $"\"{spoken}\" is no language tag.", LanguageTags.Mend(spoken));
            var found = new List<string>();
            foreach (var category in Split(listed))
            {
                var parts = category.Split('>', 2, StringSplitOptions.TrimEntries);
                if (AppleCategories.Find(parts[0], parts.Length > 1 ? parts[1] : null) is not { } known)
                    return await MisusedAsync(error, $"\"{category}\" is none of Apple's categories.", AppleCategories.Suggest(parts[0], parts.Length > 1 ? parts[1] : null) is { } near ? $"Did you mean \"{near}\"?" : "Apple's list is in docs/feeds.md.");
                found.Add(known.Sub is null ? known.Name : $"{known.Name} > {known.Sub}");
            }

            var show = new NewShow { Title = chosen, Language = tag, Categories = found, Hosts = [.. Split(hosting)], Contact = address.Length == 0 ? null : address };
            var files = show.Files();
            if (files.Keys.FirstOrDefault(file => File.Exists(Path.Combine(path, file))) is { } there) return await MisusedAsync(error, $"There is a {there} in {path} already.", "Name another folder: nothing is written over.");
            foreach (var (file, bytes) in files)
            {
                var full = Path.Combine(path, file);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                await File.WriteAllBytesAsync(full, bytes, cancellation);
            }

            await output.WriteLineAsync($"{path} holds {string.Join(", ", files.Keys.Where(file => !file.StartsWith('.')))}.");
            await output.WriteLineAsync($"Next: soundoff serve {path}");
            return ExitCode.Good;
        });
        return command;
    }

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static async Task<int> MisusedAsync(TextWriter error, string what, string mend)
    {
        await error.WriteLineAsync($"{what} {mend}");
        return ExitCode.Misused;
    }
}

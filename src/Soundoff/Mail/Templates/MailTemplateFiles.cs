using Soundoff.Files;
using Soundoff.Problems;
using Soundoff.Uploads;

namespace Soundoff.Mail.Templates;

/// <summary>Reads the mail templates that a show brings in <c>theme/mail/</c>. One with a mistake is reported and left out: the built-in one is used meanwhile.</summary>
internal static class MailTemplateFiles
{
    /// <summary>Where they lie below the show's folder.</summary>
    public const string Folder = "theme/mail/";

    /// <summary>The good ones by file name, and what is wrong with the others.</summary>
    public static async Task<(IReadOnlyDictionary<string, string> Templates, IReadOnlyList<Problem> Problems)> ReadAsync(
        IUploads uploads, IEnumerable<UploadedFile> files, CancellationToken cancellation)
    {
        var (templates, problems) = (new Dictionary<string, string>(), new List<Problem>());
        foreach (var file in files.Where(f => f.Name.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)))
        {
            var name = file.Name[Folder.Length..];
            var read = MailTemplates.Files().Contains(name) ? await ReadAsync(uploads, file, name, cancellation) : Problem.Warning(
                file.Name, "No mail has a template of this name, so it is not used.", $"Name it one of {string.Join(", ", MailTemplates.Files())}.");
            problems.AddRange(read.Problems);
            if (read.Value is { } source) templates[name] = source;
        }

        return (templates, problems);
    }

    private static async Task<Reading<string>> ReadAsync(IUploads uploads, UploadedFile file, string name, CancellationToken cancellation)
    {
        if (file.Length > MailTemplate.Longest)
            return Problem.Warning(file.Name, $"The template has {file.Length:N0} bytes, so the built-in one is used.", $"Shorten it to {MailTemplate.Longest:N0} bytes.");
        var text = TextFile.Decode(file.Name, await uploads.Open(file).ReadAsync(0, (int)file.Length, cancellation));
        if (text.Value is not { } source) return new(null, [.. text.Problems.Select(p => p with { Severity = Severity.Warning })]);
        if (MailTemplate.Fault(name, source, MailSamples.Of(name.Split('.')[0])) is not var (line, message)) return source;
        return Problem.Warning(file.Name, message, "Mend the template, or delete it; the built-in one is used until then. docs/mail.md lists what each mail has.", line: line);
    }
}


namespace Soundoff.Cli.Letters;

/// <summary>The output of <c>soundoff letters read --json</c>: one object per message, each on a line of its own.</summary>
internal static class UnderstoodMailJson
{
    /// <summary>One line, without its end.</summary>
    public static string Line(UnderstoodMail message) => JsonOutput.Line(new
    {
        message.File,
        message.Class,
        message.Verdict.Rule,
        Episode = message.Match.Slug,
        message.Mail.Name,
        message.Mail.Text,
        message.Mail.Quoted,
        Attachments = message.Mail.Attachments.Select(file => new { file.Name, file.Type, file.Size }),
    });
}

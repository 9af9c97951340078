namespace Soundoff.Mail.Answering;

/// <summary>The templates and phrases inside the assembly.</summary>
internal static class MailResources
{
    private const string Prefix = "Soundoff.MailTemplates.";

    /// <summary>The text of a file.</summary>
    public static string Text(string name)
    {
        using var source = new StreamReader(typeof(MailResources).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new FileNotFoundException($"There is no {name}."));
        return source.ReadToEnd();
    }

    /// <summary>The names of all files that begin and end so, without either.</summary>
    public static IEnumerable<string> Between(string start, string end) =>
        from name in typeof(MailResources).Assembly.GetManifestResourceNames()
        where name.StartsWith(Prefix + start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal)
        select name[(Prefix.Length + start.Length)..^end.Length];
}

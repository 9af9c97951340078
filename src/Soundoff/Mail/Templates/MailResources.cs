namespace Soundoff.Mail.Templates;

/// <summary>The templates inside the assembly.</summary>
internal static class MailResources
{
    private const string Prefix = "Soundoff.MailTemplates.";

    /// <summary>The text of a file.</summary>
    public static string Text(string name)
    {
        using var source = new StreamReader(typeof(MailResources).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new FileNotFoundException($"There is no {name}."));
        return source.ReadToEnd();
    }
}

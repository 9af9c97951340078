using Soundoff.Episodes.Podcasting;

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads <c>license:</c>, an identifier of SPDX's list, or a name with the address of its text.</summary>
internal static class LicenseFields
{
    private const int LongestName = 128;

    /// <summary>The licence as feeds write it, and where its text is.</summary>
    public static (string? Name, Uri? Text) License(this FieldReader fields)
    {
        var text = (Uri?)null;
        var name = fields.Node("license") is YamlMap
            ? fields.Group("license", "license", "", (inner, whole) =>
            {
                text = inner.Address("url");
                return inner.Needed("name", whole, "podcast:license", LongestName);
            })
            : fields.Text("license", LongestName);
        if (name is null) return (null, null);
        if (KnownLicenses.Find(name) is { } known) return (known, text);
        if (text is null && WebAddress.Read(name) is null)
        {
            var near = Nearest.Of(name, KnownLicenses.All);
            fields.Warn("license", fields.Node("license")!, $"\"{FieldReader.Cut(name, 60)}\" is on no list of licences and has no address, so feeds leave it out (podcast:license).",
                near is null ? "Write an SPDX identifier such as CC-BY-4.0, or \"name\" and \"url\"." : $"Did you mean \"{near}\"?");
        }

        return (name, text);
    }
}

using Soundoff.Problems;
using Soundoff.Uploads;

namespace Soundoff.Intake;

/// <summary>Which of a show's own files are read, and what to say of the others.</summary>
public static class ShowFiles
{
    private const string Cover = "cover.";

    // The usual name first.
    private static readonly string[] SettingsNames = [UploadPath.ShowFile, "show.yml"];

    /// <summary>Whether a file of this name holds a show's settings, whatever its case.</summary>
    public static bool AreSettings(string name) => SettingsNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The file of settings; null for a show without.</summary>
    public static UploadedFile? SettingsOf(IEnumerable<UploadedFile> own) => AllSettings(own).FirstOrDefault();

    /// <summary>The picture that is the cover; null for a show without.</summary>
    public static UploadedFile? CoverOf(IEnumerable<UploadedFile> own) => own.FirstOrDefault(IsPicture);

    /// <summary>A warning for each file that is named like the show's own and is not read.</summary>
    public static IReadOnlyList<Problem> Unread(IReadOnlyList<UploadedFile> own) =>
    [
        .. AllSettings(own).Skip(1).Select(file => Problem.Warning(file.Name, $"The show has more than one file of settings; {SettingsOf(own)!.Name} is used.", $"Remove {file.Name}.")),
        .. own.Where(IsPicture).Skip(1).Select(file => Problem.Warning(file.Name, $"The show has more than one cover; {CoverOf(own)!.Name} is used.", $"Remove {file.Name}.")),
        .. own.Where(file => !file.Name.Contains('/') && !AreSettings(file.Name) && !IsPicture(file)).Select(Other),
    ];

    private static IEnumerable<UploadedFile> AllSettings(IEnumerable<UploadedFile> own) =>
        own.Where(file => AreSettings(file.Name)).OrderBy(file => Array.FindIndex(SettingsNames, name => name.Equals(file.Name, StringComparison.OrdinalIgnoreCase)));

    private static bool IsPicture(UploadedFile file) => IsCover(file) && file.Path.Extension is ".jpg" or ".jpeg" or ".png";

    private static bool IsCover(UploadedFile file) => file.Name.StartsWith(Cover, StringComparison.OrdinalIgnoreCase);

    private static Problem Other(UploadedFile file)
    {
        var extension = file.Path.Extension;
        // An episode cannot be called so: its files would be taken for the show's.
        if (UploadPath.Parse($"{file.Path.Show}/x{extension}")?.Role is not (null or UploadRole.Unknown) && extension != ".json")
        {
            var (kept, word) = IsCover(file) ? ("cover", "cover") : ("show", "settings");
            return Problem.Warning(file.Name, $"The name \"{kept}\" is kept for the show's {word}, so this file belongs to no episode and is not published.", $"Rename it, for example to my-{kept}{extension}.");
        }

        return IsCover(file)
            ? Problem.Warning(file.Name, $"A cover of the kind {extension} is not read.", "Upload it as cover.jpg or cover.png.")
            : Problem.Warning(file.Name, $"Settings of the kind {extension} are not read.", "Write them into show.yaml.");
    }
}

using Soundoff.Problems;

namespace Soundoff.Intake;

/// <summary>Files beside an episode that nothing reads, each with the kinds that are read in its place.</summary>
internal static class UnreadKinds
{
    private static readonly (string[] Extensions, string Mend)[] Known =
    [
        ([".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".svg", ".jpe", ".jfif", ".jxl", ".psd"], "Artwork is read as .jpg, .jpeg or .png: save the picture as one of them."),
        ([".aif", ".aiff", ".wma", ".amr", ".caf", ".m4b", ".oga", ".mp2", ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".wv", ".ape"], "A recording is read as .mp3, .m4a, .aac, .ogg, .opus, .flac or .wav: save the sound as one of them."),
        ([".doc", ".docx", ".odt", ".rtf", ".pdf", ".pages", ".htm", ".xhtml", ".markdown", ".mdown", ".mkd", ".text", ".rst", ".adoc"], "A text is read as .md, .html or .txt: save it as one of them."),
        ([".ass", ".ssa", ".ttml", ".dfxp", ".sbv", ".sub", ".lrc", ".stl", ".scc", ".smi", ".tsv"], "A transcript is read as .vtt, .srt, .json or .transcript.txt: save it as one of them."),
        ([".yaml", ".yml", ".toml"], "An episode's fields stand at the top of its notes, between two lines ---."),
        ([".cue", ".xml", ".csv"], "Chapters are read as .chapters.txt or .chapters.json."),
    ];

    /// <summary>The warning for a file of such a kind.</summary>
    /// <param name="file">The file as the publisher named it.</param>
    /// <param name="extension">With its dot, lower case; empty for none.</param>
    public static Problem Of(string file, string extension) => Problem.Warning(
        file,
        extension.Length > 0 ? $"Files of the kind {extension} are not read." : "Files without an ending are not read.",
        Known.Where(kind => kind.Extensions.Contains(extension)).Select(kind => kind.Mend).FirstOrDefault("Upload notes as .md, .txt or .html and audio as .mp3 or .m4a, or put the file into the episode's folder to publish it beside the page."));
}

using System.Collections.Frozen;

namespace Soundoff.Mail.Reading;

/// <summary>The types of files that have no mark of their own, by ending.</summary>
internal static class DocumentTypes
{
    private static readonly FrozenDictionary<string, string> ByEnding = new Dictionary<string, string>
    {
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".md"] = "text/markdown",
        [".ics"] = "text/calendar",
        [".vcf"] = "text/vcard",
        [".eml"] = "message/rfc822",
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".json"] = "application/json",
        [".xml"] = "application/xml",
        [".gpx"] = "application/gpx+xml",
        [".srt"] = "application/x-subrip",
        [".vtt"] = "text/vtt",
        [".asc"] = "text/plain",
        [".p7m"] = "application/pkcs7-mime",
        [".doc"] = "application/msword",
        [".xls"] = "application/vnd.ms-excel",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pages"] = "application/vnd.apple.pages",
        [".numbers"] = "application/vnd.apple.numbers",
        [".key"] = "application/vnd.apple.keynote",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".epub"] = "application/epub+zip",
        [".mxl"] = "application/vnd.recordare.musicxml",
        [".mid"] = "audio/midi",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Endings = new Dictionary<string, string>
    {
        ["text/plain"] = ".txt",
        ["text/csv"] = ".csv",
        ["text/calendar"] = ".ics",
        ["text/vcard"] = ".vcf",
        ["text/x-vcard"] = ".vcf",
        ["text/directory"] = ".vcf",
        ["text/html"] = ".html",
        ["message/rfc822"] = ".eml",
        ["message/delivery-status"] = ".txt",
        ["message/disposition-notification"] = ".txt",
        ["message/feedback-report"] = ".txt",
        ["text/rfc822-headers"] = ".txt",
        ["application/pkcs7-mime"] = ".p7m",
        ["application/json"] = ".json",
        ["application/msword"] = ".doc",
    }.ToFrozenDictionary();

    public static string? Of(string ending) => ByEnding.GetValueOrDefault(ending);

    public static string? Ending(string type) => Endings.GetValueOrDefault(type);
}

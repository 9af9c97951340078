namespace Soundoff.Site;

/// <summary>Media types by file ending, as feeds and browsers want them.</summary>
public static class MediaTypes
{
    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/x-m4a",
        [".aac"] = "audio/aac",
        [".ogg"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".flac"] = "audio/flac",
        [".wav"] = "audio/wav",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".srt"] = "application/x-subrip; charset=utf-8",
        [".json"] = "application/json",
        [".txt"] = "text/plain; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
        [".pdf"] = "application/pdf",
        [".mp4"] = "video/mp4",
        [".zip"] = "application/zip",
        [".csv"] = "text/csv; charset=utf-8",
    };

    /// <summary>The type of an ending with its dot; texts with their charset, unknown endings as bytes.</summary>
    public static string Of(string extension) => ByExtension.GetValueOrDefault(extension, "application/octet-stream");

    /// <summary>The type as feeds name it, without a charset.</summary>
    public static string Bare(string type) => type.Split(';')[0];
}

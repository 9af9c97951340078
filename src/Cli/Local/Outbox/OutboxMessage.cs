using MimeKit;

namespace Soundoff.Cli.Local.Outbox;

/// <summary>The parts of a message that mail programs show as files or as pictures within the text.</summary>
internal static class OutboxMessage
{
    /// <summary>All parts but the text in its two forms, in the order of the message.</summary>
    public static IReadOnlyList<MimeEntity> Files(MimeMessage message) =>
        [.. message.BodyParts.Where(part => part.IsAttachment || part is not TextPart)];

    /// <summary>Whether a browser shows it and runs nothing of it. SVG may hold scripts.</summary>
    public static bool IsPicture(MimeEntity part) => part.ContentType.MediaType == "image" && part.ContentType.MediaSubtype is "png" or "jpeg" or "gif" or "webp";

    /// <summary>What the file is called.</summary>
    public static string NameOf(MimeEntity part) => part.ContentDisposition?.FileName ?? part.ContentType.Name ?? "unnamed";
}

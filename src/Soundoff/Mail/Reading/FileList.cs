using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>The files of a message: named, measured, told what may be done with them.</summary>
/// <param name="Attachments">In the order of the message.</param>
/// <param name="Openers">For each of them the way to its bytes.</param>
internal sealed record FileList(IReadOnlyList<MailAttachment> Attachments, IReadOnlyList<Func<Stream>> Openers)
{
    public static FileList Of(IReadOnlyList<MimeEntity> parts, Repairs repairs)
    {
        if (parts.Count == 0) return new([], []);
        var attachments = new List<MailAttachment>();
        var openers = new List<Func<Stream>>();
        var names = new UniqueNames();
        var (kept, room) = (0, MailLimits.FileBytes);
        var leftOut = 0;
        foreach (var part in parts)
        {
            if (attachments.Count == MailLimits.NamedFiles)
            {
                repairs.Add($"Only the first {MailLimits.NamedFiles} files are named; the message has {parts.Count}.");
                break;
            }

            var file = AttachedFile.Of(part, repairs);
            if (file.IsPixel) continue;
            var handling = file.Kind.Handling;
            if (handling != AttachmentHandling.Withheld)
            {
                if (kept == MailLimits.Files || file.Size > room)
                {
                    handling = AttachmentHandling.LeftOut;
                    leftOut++;
                }
                else
                {
                    kept++;
                    room -= file.Size;
                }
            }

            attachments.Add(new(names.Of(file.Name), file.Kind.Type, file.Size, file.ContentId, handling));
            openers.Add(file.Open);
        }

        if (leftOut > 0) repairs.Add($"{leftOut} of the files were left out: at most {MailLimits.Files} files and {MailLimits.FileBytes / (1024 * 1024)} MiB are kept of one message.");
        return new(attachments, openers);
    }
}

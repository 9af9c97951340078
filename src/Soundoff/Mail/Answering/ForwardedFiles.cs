using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Sending;

namespace Soundoff.Mail.Answering;

/// <summary>The files that go with a message that is passed on: voices and pictures. Everything else is named.</summary>
internal static class ForwardedFiles
{
    // Base64 adds a third, and many mailboxes take 20 MB.
    private const long Most = 10 * 1024 * 1024;

    /// <summary>As many as there is room for, in order.</summary>
    public static IReadOnlyList<OutgoingAttachment> Of(OpenedMail opened)
    {
        var files = new List<OutgoingAttachment>();
        var room = Most;
        for (var i = 0; i < opened.Mail.Attachments.Count; i++)
        {
            var file = opened.Mail.Attachments[i];
            if (file.Handling != AttachmentHandling.Shown || file.Size > room) continue;
            room -= file.Size;
            using var content = opened.OpenAttachment(i);
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            files.Add(new(file.Name, file.Type, bytes.ToArray()));
        }

        return files;
    }

    /// <summary>What came and was no message, for a person to look at.</summary>
    public static IReadOnlyList<OutgoingAttachment> Raw(KeptMail kept, byte[] raw) =>
        kept.Form == MailForm.Unreadable && raw.Length <= Most ? [new("message.bin", "application/octet-stream", raw)] : [];
}

using System.Text;

namespace Soundoff.Bench;

/// <summary>A message as listeners send them: up to 50 KB a reply with its quotation, in plain text and HTML; beyond that with a recording.</summary>
internal static class SampleMessage
{
    /// <param name="size">In bytes, about.</param>
    public static byte[] OfSize(int size)
    {
        var text = new StringBuilder();
        var letter = Math.Min(size, 50_000) / 3;
        while (text.Length < letter) text.Append("The night train whistles twice before the bridge, and I think of your show.\r\n\r\n");
        text.Append("Anna\r\n\r\nOn Mon, May 4, 2026 at 6:02 PM The Late Show <contact@show.example> wrote:\r\n\r\n");
        while (text.Length < 2 * letter - 2000) text.Append("> What do you hear at night, and where do you listen to us?\r\n");
        var message = new StringBuilder("""
            Return-Path: <anna@example.org>
            Received: from mail.example.org (mail.example.org [192.0.2.1]) by mx.show.example with ESMTPS id 1; Mon, 4 May 2026 20:15:02 +0200
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=2026; h=from:to:subject:date:message-id; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
            MIME-Version: 1.0
            From: =?UTF-8?B?QW5uYSBLZWxsZXI=?= <anna@example.org>
            To: The Late Show <contact@show.example>
            Subject: Re: Episode 12: The night train
            Date: Mon, 4 May 2026 20:15:00 +0200
            Message-ID: <a1@example.org>
            In-Reply-To: <letter-12@show.example>
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: multipart/alternative; boundary="inner"

            --inner
            Content-Type: text/plain; charset="UTF-8"


            """).Replace("\r\n", "\n").Replace("\n", "\r\n");
        message.Append(text).Append("\r\n--inner\r\nContent-Type: text/html; charset=\"UTF-8\"\r\n\r\n<div>").Append(text.ToString(0, letter).Replace("\r\n", "<br>\r\n", StringComparison.Ordinal));
        message.Append("</div>\r\n--inner--\r\n");
        if (size > 100_000)
        {
            var recording = new byte[(size - message.Length) / 4 * 3 * 74 / 76];
            new Random(12).NextBytes(recording);
            "ID3"u8.CopyTo(recording);
            message.Append("--outer\r\nContent-Type: audio/mpeg; name=\"memo.mp3\"\r\nContent-Disposition: attachment; filename=\"memo.mp3\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .Append(Convert.ToBase64String(recording, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(message.Append("--outer--\r\n").ToString());
    }
}

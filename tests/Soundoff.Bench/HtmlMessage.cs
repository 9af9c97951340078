using System.Text;

namespace Soundoff.Bench;

/// <summary>Messages with HTML as mail programs write it.</summary>
internal static class HtmlMessage
{
    private const string Head = """
        From: Anna Keller <anna@example.org>
        To: The Late Show <contact@show.example>
        Subject: Re: Episode 12: The night train
        Date: Mon, 4 May 2026 20:15:00 +0200
        Message-ID: <a1@example.org>
        In-Reply-To: <letter-12@show.example>
        MIME-Version: 1.0

        """;

    /// <summary>A letter in HTML alone, as Outlook lays it out: styles, classes, links, entities.</summary>
    /// <param name="size">In bytes, about.</param>
    public static byte[] Alone(int size)
    {
        var html = new StringBuilder("<html><head><style>p.MsoNormal{margin:0cm;font-size:11.0pt}</style></head><body lang=\"EN\">\n");
        while (html.Length < size - Head.Length)
        {
            html.Append("<p class=\"MsoNormal\" style=\"margin:0cm\">The night train whistles <b>twice</b> before the bridge, and I think of <a href=\"https://show.example/12\">your show</a>.</p>\n")
                .Append("<p class=\"MsoNormal\"><span lang=\"EN\">It passes &amp; is gone&nbsp;&ndash; until tomorrow.<br>\nAnna</span></p>\n");
        }

        return Bytes($"{Head}Content-Type: text/html; charset=\"utf-8\"\n\n{html}</body></html>\n");
    }

    /// <summary>A short answer above long history in both forms, quoted-printable, as Gmail writes it.</summary>
    /// <param name="size">In bytes, about.</param>
    public static byte[] Reply(int size)
    {
        const string introduction = "On Mon, May 4, 2026 at 6:02 PM The Late Show <contact@show.example> wrote:";
        var plain = new StringBuilder($"I heard it on the bridge =E2=80=93 twice.\n\nAnna\n\n{introduction}\n\n");
        var html = new StringBuilder($"<div dir=3D\"ltr\">I heard it on the bridge =E2=80=93 twice.<div><br></div><div>Anna</div></div><br><div class=3D\"gmail_quote\">\n<div dir=3D\"ltr\" class=3D\"gmail_attr\">{introduction.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}<br></div><blockquote class=3D\"gmail_quote\" style=3D\"margin:0px 0px 0px 0.8ex\">\n");
        while (plain.Length + html.Length < size - Head.Length)
        {
            plain.Append("> What do you hear at night, and where do you listen to us?\n>\n> > The night train whistles twice before the bridge.\n");
            html.Append("What do you hear at night, and where do you listen to us?<br><br><blockquote class=\n=3D\"gmail_quote\">The night train whistles twice before the bridge.</blockquote>\n");
        }

        return Bytes($"""
            {Head}Content-Type: multipart/alternative; boundary="both"

            --both
            Content-Type: text/plain; charset="UTF-8"
            Content-Transfer-Encoding: quoted-printable

            {plain}
            --both
            Content-Type: text/html; charset="UTF-8"
            Content-Transfer-Encoding: quoted-printable

            {html}</blockquote></div>
            --both--

            """);
    }

    private static byte[] Bytes(string message) => Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n"));
}

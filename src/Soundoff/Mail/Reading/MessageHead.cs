using System.Buffers.Text;
using MimeKit;
using MimeKit.Utils;

namespace Soundoff.Mail.Reading;

/// <summary>What a message's header says: who, when, in answer to what.</summary>
internal sealed class MessageHead
{
    private const int MostAnswers = 100;

    private readonly HeaderList _headers;

    public MessageHead(HeaderList headers, Repairs repairs)
    {
        _headers = headers;
        var fields = new KeyValuePair<string, string>[Math.Min(headers.Count, MailLimits.Fields)];
        for (var i = 0; i < fields.Length; i++) fields[i] = new(headers[i].Field, HeaderText.Decode(headers[i], repairs));
        if (headers.Count > fields.Length) repairs.Add("The header has more fields than any letter's; the last ones were left out.");
        Fields = fields;
        Author = Author.Of(headers, repairs);
        Subject = Value("Subject") is { } subject ? HeaderText.OneLine(subject, MailLimits.SubjectSigns) : "";
        MessageId = Ids(HeaderId.MessageId).FirstOrDefault();
        Answers = [.. Ids(HeaderId.InReplyTo).Concat(Ids(HeaderId.References).Reverse()).Distinct().Take(MostAnswers)];
        Date = Value("Date") is { } date && DateUtils.TryParse(date, out var written) ? written : null;
    }

    /// <summary>All fields, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; }

    public Author Author { get; }

    public string Subject { get; }

    public string? MessageId { get; }

    public IReadOnlyList<string> Answers { get; }

    public DateTimeOffset? Date { get; }

    /// <summary>Whether the message says that it answers another one.</summary>
    public bool IsAnswer => Answers.Count > 0 || SubjectMark.IsAnswer(Subject) || IsLaterInThread;

    /// <summary>Whether its subject says that it passes another message on.</summary>
    public bool IsForward => SubjectMark.IsForward(Subject);

    // [MS-OXOMSG] section 2.2.1.3: 22 bytes for what began a conversation, and 5 more for each answer.
    private bool IsLaterInThread => Value("Thread-Index") is { } index && Base64.IsValid(index, out var length) && length > 22;

    private string? Value(string name)
    {
        foreach (var (field, value) in Fields)
            if (field.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }

    // Some programs write an id without its angle brackets: it is taken whole when it has no spaces.
    private string[] Ids(HeaderId id)
    {
        if (_headers[id] is not { } value) return [];
        string[] ids = [.. MimeUtils.EnumerateReferences(value).Take(MostAnswers).Select(Visible).Where(i => i.Length > 0)];
        return ids.Length > 0 || Visible(value) is not { Length: > 0 } bare || bare.Contains(' ') ? ids : [bare];
    }

    private static string Visible(string id) => HeaderText.OneLine(id, MailLimits.FieldSigns).Trim('<', '>', ' ');
}

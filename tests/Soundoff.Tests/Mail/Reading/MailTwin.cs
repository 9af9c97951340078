using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Soundoff.Mail.Reading;

namespace Soundoff.Tests.Mail.Reading;

/// <summary>Messages as mail programs write them, each with its twin <c>{message}.eml.json</c>, written by hand: what must be read from it.</summary>
internal static class MailTwin
{
    private static readonly JsonSerializerOptions Shown = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Data", "mail", "reading");

    public static byte[] Raw(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.eml"));

    /// <summary>Twins leave out what is empty, and the whole text unless it is the point.</summary>
    public static void AssertMatches(string name, ReadMail mail)
    {
        var twin = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.eml.json")))!.AsObject();
        var read = new
        {
            mail.Address,
            mail.Name,
            Subject = Filled(mail.Subject),
            mail.MessageId,
            Answers = mail.Answers.Count > 0 ? mail.Answers : null,
            mail.Text,
            Quoted = Filled(mail.Quoted),
            WholeText = twin.ContainsKey("wholeText") ? mail.WholeText : null,
            Attachments = mail.Attachments.Count > 0 ? mail.Attachments.Select(a => new { a.Name, a.Type, a.Size, a.Handling, a.ContentId }) : null,
            Repairs = mail.Repairs.Count > 0 ? mail.Repairs : null,
        };
        Assert.Equal(twin.ToJsonString(Shown), JsonSerializer.SerializeToNode(read, Shown)!.ToJsonString(Shown));
    }

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}

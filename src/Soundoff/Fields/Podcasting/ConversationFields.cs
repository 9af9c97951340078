using System.Text.RegularExpressions;
using Soundoff.Episodes.Podcasting;
using Soundoff.Limits;

namespace Soundoff.Fields.Podcasting;

/// <summary>Reads where a show or an episode is talked about: <c>socialInteract:</c> and <c>chat:</c>.</summary>
internal static partial class ConversationFields
{
    /// <summary>The threads in the order of their priority as written.</summary>
    public static List<SocialThread> Threads(this FieldReader fields) => fields.Groups(
        "socialInteract", "socialInteract", "Write \"protocol: activitypub\" and \"uri: https://…\", or \"disabled\".",
        Thread, (text, node, path) =>
        {
            if (text.Equals("disabled", StringComparison.OrdinalIgnoreCase)) return new("disabled");
            fields.Warn(path, node, $"This does not say how it is reached: {FieldReader.Kind(node)}, so it is left out (podcast:socialInteract).", "Write \"protocol: activitypub\" and \"uri: https://…\", or \"disabled\".");
            return null;
        });

    /// <summary>The chat.</summary>
    public static ChatRoom? Chat(this FieldReader fields) => fields.Group("chat", "chat", "Write \"server\", \"protocol\" and, where there are several, \"space\".", Chat);

    private static SocialThread? Thread(FieldReader thread, YamlMap whole)
    {
        if (thread.Needed("protocol", whole, "podcast:socialInteract") is null) return null;
        if (thread.OneOf("protocol", SocialThread.Protocols, "podcast:socialInteract") is not { } protocol) return null;
        if (protocol == "disabled") return new(protocol);
        if (thread.Needed("uri", whole, "podcast:socialInteract", 2000) is not { } written) return null;
        if (GroupFields.AnyAddress(written) is not { } post)
        {
            thread.Warn(thread.PathOf("uri"), thread.Node("uri")!, $"\"{FieldReader.Cut(written, 60)}\" is no address, so this entry is left out (podcast:socialInteract).", "Write the post's address whole.");
            return null;
        }

        return new(protocol, post, thread.Text("accountId", 128), thread.Address("accountUrl"), thread.Count("priority"));
    }

    private static ChatRoom? Chat(FieldReader chat, YamlMap whole)
    {
        if (chat.Needed("server", whole, "podcast:chat") is not { } server || chat.Needed("protocol", whole, "podcast:chat") is null) return null;
        if (chat.OneOf("protocol", ChatRoom.Protocols, "podcast:chat") is not { } protocol) return null;
        if (!Server().IsMatch(server))
        {
            chat.Warn(chat.PathOf("server"), chat.Node("server")!, $"\"{FieldReader.Cut(server, 60)}\" is no server's name, so the chat is left out (podcast:chat).", "Write the name alone: irc.example.org.");
            return null;
        }

        return new(server, protocol, chat.Text("accountId", 128), chat.Text("space", 128));
    }

    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::[0-9]{1,5})?$", Patterns.Linear, Patterns.TimeLimit)]
    private static partial Regex Server();
}

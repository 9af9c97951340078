namespace Soundoff.Mail.Visiting;

/// <summary>A signed link as a browser posts it, or as somebody copied it out of a mail.</summary>
/// <param name="Token">The signed part.</param>
/// <param name="Action">What is chosen beforehand; null for nothing.</param>
internal sealed record PostedLink(string Token, string? Action)
{
    private const string Chosen = "action=";

    /// <summary>Reads the token alone, what stands behind the #, or a whole link, with what mail programs and people leave in it: line breaks, brackets, a full stop.</summary>
    public static PostedLink Parse(string? written)
    {
        var bare = string.Concat((written ?? "").Where(c => !char.IsWhiteSpace(c))).Trim('<', '>', '"').TrimEnd('.', ',', ')');
        // Links of earlier days have the token as the last part of their path.
        var token = bare[(bare.LastIndexOfAny(['#', '/']) + 1)..].Split('?', 2);
        var action = token.Length > 1 && token[1].StartsWith(Chosen, StringComparison.Ordinal) ? token[1][Chosen.Length..] : null;
        return new(token[0], action);
    }
}

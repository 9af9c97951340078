namespace Soundoff.Languages;

/// <summary>The words of the player, of what stands beside it, and of passing an episode on. <c>{0}</c> stands for a value; where it is a time, the script fills it in.</summary>
internal sealed record PlayerWords
{
    public required string Player { get; init; }
    public required string Play { get; init; }
    public required string Pause { get; init; }
    public required string Back { get; init; }
    public required string Forward { get; init; }
    public required string Position { get; init; }
    public required string Speed { get; init; }
    public required string Volume { get; init; }
    public required string Mute { get; init; }
    public required string Resume { get; init; }
    public required string Restart { get; init; }
    public required string Failed { get; init; }
    public required string Keys { get; init; }
    public required string Space { get; init; }
    public required string KeyPlay { get; init; }
    public required string KeySeek { get; init; }
    public required string KeySkip { get; init; }
    public required string KeyVolume { get; init; }
    public required string KeySpeed { get; init; }
    public required string KeyHelp { get; init; }
    public required string KeysOn { get; init; }
    public required string Close { get; init; }
    public required string Find { get; init; }
    public required string Found { get; init; }
    public required string Nothing { get; init; }
    public required string Previous { get; init; }
    public required string Next { get; init; }
    public required string Follow { get; init; }
    public required string Languages { get; init; }
    public required string Share { get; init; }
    public required string Link { get; init; }
    public required string CopyLink { get; init; }
    public required string CopyLinkAt { get; init; }
    public required string ShareWith { get; init; }
    public required string Embed { get; init; }
    public required string CopyEmbed { get; init; }
    public required string Copied { get; init; }
}

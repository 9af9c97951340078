namespace Soundoff.Languages;

/// <summary>The words of the contact form.</summary>
internal sealed record FormWords
{
    public required string Link { get; init; }
    public required string About { get; init; }
    public required string Hint { get; init; }
    public required string Text { get; init; }
    public required string TextHint { get; init; }
    public required string Name { get; init; }
    public required string Place { get; init; }
    public required string Address { get; init; }
    public required string AddressHint { get; init; }
    public required string Optional { get; init; }
    public required string Trap { get; init; }
    public required string Send { get; init; }
    public required string Thanks { get; init; }
    public required string ThanksHint { get; init; }
    public required string Back { get; init; }
    public required string BackToEpisode { get; init; }
    public required string NoShow { get; init; }
    public required string NoShowHint { get; init; }
    public required string Unsent { get; init; }
    public required string FormInvalid { get; init; }
    public required string TooSoon { get; init; }
    public required string TextUnfit { get; init; }
    public required string AddressUnfit { get; init; }
    public required string TooMany { get; init; }
}

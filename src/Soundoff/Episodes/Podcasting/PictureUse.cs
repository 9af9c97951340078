namespace Soundoff.Episodes.Podcasting;

/// <summary>A picture and what it is for (<c>podcast:image</c>).</summary>
/// <param name="Address">http or https.</param>
/// <param name="Alt">What it shows.</param>
/// <param name="AspectRatio">Width and height: <c>16/9</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Type">Media type.</param>
/// <param name="Purpose">Words such as <c>artwork</c>, <c>social</c>, <c>banner</c>, with a space between them; at most 128 characters.</param>
public sealed record PictureUse(Uri Address, string? Alt = null, string? AspectRatio = null, int? Width = null, int? Height = null, string? Type = null, string? Purpose = null);

/// <summary>A free text (<c>podcast:txt</c>).</summary>
/// <param name="Text">At most 4,000 characters.</param>
/// <param name="Purpose">For whom or what, at most 128 characters: <c>applepodcastsverify</c>.</param>
public sealed record PurposeText(string Text, string? Purpose = null)
{
    /// <summary>Characters of a text at most.</summary>
    public const int Longest = 4000;
}

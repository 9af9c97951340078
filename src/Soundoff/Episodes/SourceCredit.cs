namespace Soundoff.Episodes;

/// <summary>Where the article came from: the closing line "Source: example.org".</summary>
/// <param name="Name">As written.</param>
/// <param name="Link">http or https; null when the name is no address and none was given.</param>
public sealed record SourceCredit(string Name, Uri? Link);

namespace Soundoff.Lists;

/// <summary>A guest or a topic of a listed episode.</summary>
/// <param name="Slug">Its part of addresses.</param>
/// <param name="Name">As the episode writes it.</param>
public sealed record ListedName(string Slug, string Name);

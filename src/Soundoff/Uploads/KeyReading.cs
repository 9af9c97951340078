namespace Soundoff.Uploads;

/// <summary>One way to read a file's name.</summary>
/// <param name="Key">The episode it would belong to.</param>
/// <param name="Stem">The path below the show's folder without what was taken for an ending: the key itself for a file beside <c>show.yaml</c>.</param>
/// <param name="Language">BCP 47 in lower case; null when the name gives none.</param>
internal readonly record struct KeyReading(string Key, string Stem, string? Language);

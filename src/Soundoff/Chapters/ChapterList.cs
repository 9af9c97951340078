namespace Soundoff.Chapters;

/// <summary>The chapters of one episode.</summary>
/// <param name="Chapters">Ascending by start.</param>
public sealed record ChapterList(IReadOnlyList<Chapter> Chapters);

namespace Soundoff.Search;

/// <summary>What an index knows of an episode.</summary>
/// <param name="Id">The id of its text.</param>
/// <param name="Tag">The tag of its text.</param>
/// <param name="Terms">Its terms in ordinal order, each once.</param>
public sealed record IndexedEpisode(string Id, string Tag, IReadOnlyList<IndexedTerm> Terms);

/// <summary>A term of an episode.</summary>
/// <param name="Term">The term.</param>
/// <param name="IsSubject">Whether it stands in the title, or among people and topics.</param>
public readonly record struct IndexedTerm(string Term, bool IsSubject);

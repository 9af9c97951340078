using Soundoff.Catalog;
using Soundoff.Problems;

namespace Soundoff.Publishing;

/// <summary>What is decided once about an episode, its GUID and the moment it was first public, and what stands in the way of it.</summary>
public sealed record Decision
{
    /// <summary>The identity as it would be if the episode were public now.</summary>
    public required Identity Identity { get; init; }

    /// <summary>Whether GUID and first moment were decided before, by a publication under this slug.</summary>
    public required bool IsKept { get; init; }

    /// <summary>The episode this one was renamed from: it gives away its GUID and its date.</summary>
    public Identity? Predecessor { get; init; }

    /// <summary>Who has the GUID now; null when nobody has.</summary>
    public GuidOwner? Owner { get; init; }

    /// <summary>The live episode that must go first; null when nothing is waited for.</summary>
    public Identity? WaitsFor { get; init; }

    /// <summary>When its newest file was uploaded, or it fell due if that was later: from then on somebody waits for it.</summary>
    public DateTimeOffset? Uploaded { get; init; }

    /// <summary>Why it cannot be published; empty when it can.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The identity for as long as the episode is not public: only what an earlier publication decided stands in it.</summary>
    public Identity Hidden => IsKept ? Identity : Identity with { Guid = "", FirstPublished = null };
}

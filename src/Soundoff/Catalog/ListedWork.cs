

namespace Soundoff.Catalog;

/// <summary>What is listed for a show, and who renders it, as one look finds them.</summary>
/// <param name="Claim">Who renders.</param>
/// <param name="Rows">The oldest rows of work.</param>
public sealed record ListedWork(RendererClaim Claim, IReadOnlyList<WorkRow> Rows);

using Azure;
using Soundoff.Site;

namespace Soundoff.Lists;

/// <summary>A month of a show and what it holds.</summary>
/// <param name="Month">Which.</param>
/// <param name="Episodes">Public episodes.</param>
/// <param name="InFeed">Those among them that the RSS feed carries.</param>
public sealed record MonthRow(Month Month, int Episodes, int InFeed)
{
    /// <summary>The row's version; null for one that is not there yet.</summary>
    internal ETag? ETag { get; init; }
}

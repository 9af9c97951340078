using System.Text.Json.Serialization;

namespace Soundoff.Episodes;

/// <summary>Someone heard in, or behind, an episode.</summary>
public sealed record Person
{
    /// <summary>The name as printed, at most 128 characters.</summary>
    public required string Name { get; init; }

    /// <summary>A role of the Podcast Taxonomy in lower case: <c>host</c>, <c>guest</c>, <c>co-host</c>, <c>producer</c> …</summary>
    public string Role { get; init; } = "guest";

    /// <summary>A group of the Podcast Taxonomy in lower case, where it is not the role's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Group { get; init; }

    /// <summary>Who the person is: "independent journalist and activist".</summary>
    public string? Description { get; init; }

    /// <summary>A page about the person, http or https.</summary>
    public Uri? Link { get; init; }

    /// <summary>A picture of the person, http or https.</summary>
    public Uri? Image { get; init; }
}

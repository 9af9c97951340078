namespace Soundoff.Episodes.Podcasting;

/// <summary>A place (<c>podcast:location</c>).</summary>
/// <param name="Name">As printed, at most 128 characters.</param>
/// <param name="Rel"><c>subject</c>, what it is about, or <c>creator</c>, where it was made; null for the first.</param>
/// <param name="Geo">A geo URI (RFC 5870): <c>geo:55.6053,13.0002</c>.</param>
/// <param name="Osm">OpenStreetMap's kind and number: <c>R10663667</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2, capitals.</param>
public sealed record Place(string Name, string? Rel = null, string? Geo = null, string? Osm = null, string? Country = null);

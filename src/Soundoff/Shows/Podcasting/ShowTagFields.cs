using Soundoff.Fields;
using Soundoff.Fields.Podcasting;
using Soundoff.Site;

namespace Soundoff.Shows.Podcasting;

/// <summary>Reads the fields of a show that are tags of the Podcasting 2.0 namespace.</summary>
internal static class ShowTagFields
{
    /// <summary>What the fields state; null when they state nothing.</summary>
    public static ShowTags? Read(FieldReader fields, Uri? licenseText) => new ShowTags
    {
        Places = fields.Places(),
        LicenseText = licenseText,
        Blocks = BlockFields.Platforms(fields),
        Threads = fields.Threads(),
        Chat = fields.Chat(),
        Value = fields.Value(),
        Images = fields.Images(),
        Texts = fields.FreeTexts(),
        Trailers = fields.Groups("trailers", "trailer", "Write \"title\", \"url\" and \"date\".", Trailer),
        Podroll = fields.RemoteItems("podroll"),
        Items = fields.RemoteItems("remoteItems"),
        Publisher = fields.RemoteItem("publisher") is { } publisher ? publisher with { Medium = "publisher", ItemGuid = null } : null,
        Frequency = FrequencyFields.Read(fields),
        UsesPodping = fields.Flag("podping") ?? false,
        Extra = fields.Node("feed") is YamlMap feed ? fields.Inside(feed, "feed", "feed").Extra() : null,
    }.OrNone();

    private static Trailer? Trailer(FieldReader trailer, YamlMap whole)
    {
        const string tag = "podcast:trailer";
        if (trailer.Needed("title", whole, tag, 128) is not { } title || trailer.Needed("url", whole, tag, 2000) is null || trailer.Address("url") is not { } address) return null;
        if (trailer.Needed("date", whole, tag) is not { } written) return null;
        var (date, wrong) = WrittenDates.Read(written);
        if (date is null)
        {
            trailer.Warn(trailer.PathOf("date"), trailer.Node("date")!, $"The date \"{FieldReader.Cut(written, 60)}\" {wrong}, so the trailer is left out ({tag}).", "Write it as 2026-03-01.");
            return null;
        }

        return new(title, address, date, trailer.MediaType("type") ?? Guessed(address), trailer.Amount("length"), trailer.Count("season"));
    }

    private static string? Guessed(Uri address) => MediaTypes.Bare(MediaTypes.Of(Path.GetExtension(address.AbsolutePath).ToLowerInvariant())) is { } type && type.Split('/')[0] is "audio" or "video" ? type : null;
}

using Soundoff.Audio.Vorbis;

namespace Soundoff.Audio.Ogg;

/// <summary>Ogg files with Vorbis, Opus or FLAC: the streams' heads in front, the last page's time at the end.</summary>
internal static class OggReader
{
    private const int MostStreams = 16;

    /// <inheritdoc cref="AudioReader"/>
    public static async Task<bool> ReadAsync(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        var (codec, serials, video) = ((OggCodec?)null, new List<uint>(), false);
        var page = await OggPage.AtAsync(window, start, cancellation);
        // All streams begin before any of them goes on (RFC 3533 section 4).
        for (; page is { Begins: true } first && serials.Count < MostStreams; page = await OggPage.AtAsync(window, first.Next, cancellation))
        {
            var packet = (await window.ReadAsync(first.Body, Math.Min(first.BodyLength, OggCodec.Enough), cancellation)).Span;
            video |= OggCodec.IsVideo(packet);
            // The audio's number stands first.
            if (codec is null && (codec = OggCodec.Read(packet)) is not null) serials.Insert(0, first.Serial);
            else serials.Add(first.Serial);
        }

        if (codec is null) return false;
        draft.Format = codec.Format;
        draft.SampleRate = codec.SampleRate;
        draft.Channels = codec.Channels;
        if (video) draft.Warning("There is a video in the file; podcast apps play its sound at most.", "Save the sound alone.");

        var audio = window.Length;
        if (page is { } second && await OfAsync(window, second, serials[0], cancellation) is { } comments)
        {
            var packet = await OggPacket.CommentsAsync(window, comments, codec, cancellation);
            if (packet.Bytes.Length > codec.CommentsHead) VorbisComments.Read(packet.Bytes[codec.CommentsHead..], draft);
            audio = packet.After;
        }

        await OggTime.MeasureAsync(window, draft, codec, serials, audio, cancellation);
        return true;
    }

    private static async Task<OggPage?> OfAsync(AudioWindow window, OggPage from, uint serial, CancellationToken cancellation)
    {
        OggPage? page = from;
        for (var others = 0; page is { } other && other.Serial != serial; others++)
            page = others < MostStreams ? await OggPage.AtAsync(window, other.Next, cancellation) : null;
        return page;
    }
}

using Soundoff.Audio.Id3;

namespace Soundoff.Audio.Wav;

/// <summary>WAV: RIFF, and its large kinds RF64 (EBU Tech 3306) and BW64 (ITU-R BS.2088), whose sizes stand in a ds64 chunk.</summary>
internal static class WavReader
{
    private const int MostChunks = 256;
    private const int ChunkHead = 8;

    /// <inheritdoc cref="AudioReader"/>
    public static async Task<bool> ReadAsync(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        var head = await window.ReadAsync(start, 12, cancellation);
        if (head.Length < 12 || !IsWave(head.Span)) return false;
        draft.Format = AudioFormat.Wav;
        var file = new Stretch(window, start, long.MaxValue);
        var found = new WavChunks();
        long at = 12;
        for (var count = 0; count < MostChunks; count++)
        {
            var chunk = await file.ReadAsync(at, ChunkHead, cancellation);
            if (chunk.Length < ChunkHead) break;
            var size = found.Size(chunk.Span, file.Length - at - ChunkHead);
            await ChunkAsync(chunk, file.From(at + ChunkHead, size), size, found, draft, cancellation);
            // Chunks begin at even places.
            if (size > file.Length - at - ChunkHead) break;
            at += ChunkHead + size + (size & 1);
        }

        found.Measure(draft);
        return true;
    }

    private static bool IsWave(ReadOnlySpan<byte> head) =>
        (head.StartsWith("RIFF"u8) || head.StartsWith("RF64"u8) || head.StartsWith("BW64"u8)) && head[8..].StartsWith("WAVE"u8);

    private static async Task ChunkAsync(
        ReadOnlyMemory<byte> head, Stretch content, long size, WavChunks found, AudioDraft draft, CancellationToken cancellation)
    {
        switch (System.Text.Encoding.ASCII.GetString(head.Span[..4]))
        {
            case "ds64": found.Large((await content.ReadAsync(0, 24, cancellation)).Span); break;
            case "fmt ": found.Format ??= WavFormat.Read((await content.ReadAsync(0, WavFormat.Longest, cancellation)).Span); break;
            case "fact": found.Fact((await content.ReadAsync(0, 4, cancellation)).Span); break;
            case "data": found.Data ??= (size, content.Length); break;
            case "LIST": WavTags.Info((await content.ReadAsync(0, WavTags.Longest, cancellation)).Span, draft); break;
            case "bext": WavTags.Broadcast((await content.ReadAsync(0, WavTags.BroadcastLength, cancellation)).Span, draft); break;
            case "id3 " or "ID3 ":
                if (Id3Header.Read((await content.ReadAsync(0, Id3Header.Length, cancellation)).Span) is { } tag)
                    await Id3Tag.ReadAsync(content.From(Id3Header.Length, tag.Size), tag, draft, cancellation);
                break;
            default: break;
        }
    }
}

using System.Buffers.Binary;

namespace Soundoff.Audio.Id3;

/// <summary>Where tags stand in a file: in front of the audio, and behind it.</summary>
internal static class Id3Place
{
    private const int ApeMark = 32;
    private const int Lyrics = 15;

    // Some taggers put a new tag before the old one instead of replacing it.
    private const int Most = 4;

    /// <summary>Reads the tags in front; where the audio begins.</summary>
    public static async Task<long> InFrontAsync(AudioWindow window, AudioDraft draft, CancellationToken cancellation)
    {
        long start = 0;
        for (var tags = 0; tags < Most; tags++)
        {
            var head = await window.ReadAsync(start, ApeMark, cancellation);
            if (Id3Header.Read(head.Span) is { } header)
            {
                await Id3Tag.ReadAsync(new(window, start + Id3Header.Length, header.Size), header, draft, cancellation);
                start += header.Whole;
            }
            else if (head.Length == ApeMark && head.Span.StartsWith("APETAGEX"u8)) start += ApeMark + ApeSize(head.Span);
            else break;
        }

        return start;
    }

    /// <summary>Where the audio begins behind tags that stand in the middle of joined recordings; they say nothing of the whole.</summary>
    public static async Task<long> PassAsync(AudioWindow window, long start, CancellationToken cancellation)
    {
        for (var tags = 0; tags < Most; tags++)
        {
            var head = await window.ReadAsync(start, Id3v1.Length, cancellation);
            if (Id3Header.Read(head.Span) is { } header) start += header.Whole;
            else if (head.Span.StartsWith("TAG"u8)) start += Id3v1.Length;
            else if (head.Length >= ApeMark && head.Span.StartsWith("APETAGEX"u8)) start += ApeMark + ApeSize(head.Span);
            else break;
        }

        return start;
    }

    /// <summary>Reads the tags behind the audio, of which ID3v1 is the last; where the audio ends.</summary>
    public static async Task<long> BehindAsync(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        // One range for most of them.
        const int most = Id3v1.Length + ApeMark + Id3Header.Length;
        var from = Math.Max(start, window.Length - most);
        var tail = await window.ReadAsync(from, most, cancellation);
        var v1 = tail.Length >= Id3v1.Length && tail.Span[^Id3v1.Length..].StartsWith("TAG"u8) ? tail[^Id3v1.Length..] : default;
        var end = from + tail.Length - v1.Length;
        for (var tags = 0; tags < Most && await BeforeAsync(window, draft, start, end, cancellation) is { } before; tags++) end = before;
        Id3v1.Read(v1.Span, draft);
        return end;
    }

    // Where the tag begins that ends here; null when none does.
    private static async Task<long?> BeforeAsync(AudioWindow window, AudioDraft draft, long start, long end, CancellationToken cancellation)
    {
        var from = Math.Max(start, end - ApeMark);
        var mark = await window.ReadAsync(from, (int)(end - from), cancellation);
        // APE tags and lyrics are read by few; here they are only not taken for audio.
        if (mark.Length == ApeMark && mark.Span.StartsWith("APETAGEX"u8))
        {
            // The size has no place for the header, which a flag tells of.
            var size = ApeSize(mark.Span) + ((mark.Span[23] & 0x80) != 0 ? ApeMark : 0);
            return size >= ApeMark && size < end - start ? end - size : null;
        }

        // Lyrics3 v2: six digits of a size, which counts neither itself nor the mark.
        if (mark.Length >= Lyrics && mark.Span.EndsWith("LYRICS200"u8) && int.TryParse(mark.Span[^Lyrics..^9], out var lyrics) && lyrics + Lyrics < end - start)
            return end - lyrics - Lyrics;
        if (mark.Length < Id3Header.Length || Id3Header.ReadFooter(mark.Span[^Id3Header.Length..]) is not { } footer || footer.Whole > end - start) return null;
        await Id3Tag.ReadAsync(new(window, end - footer.Whole + Id3Header.Length, footer.Size), footer, draft, cancellation);
        return end - footer.Whole;
    }

    private static long ApeSize(ReadOnlySpan<byte> mark) => BinaryPrimitives.ReadUInt32LittleEndian(mark[12..]);
}

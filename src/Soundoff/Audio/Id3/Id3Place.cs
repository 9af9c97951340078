using System.Buffers.Binary;

namespace Soundoff.Audio.Id3;

/// <summary>Where tags stand in a file: in front of the audio, and behind it.</summary>
internal static class Id3Place
{
    private const int ApeFooter = 32;

    // Some taggers put a new tag before the old one instead of replacing it.
    private const int MostInFront = 4;

    /// <summary>Reads the tags in front; where the audio begins.</summary>
    public static async Task<long> InFrontAsync(AudioWindow window, AudioDraft draft, CancellationToken cancellation)
    {
        long start = 0;
        for (var tags = 0; tags < MostInFront; tags++)
        {
            if (Id3Header.Read((await window.ReadAsync(start, Id3Header.Length, cancellation)).Span) is not { } header) break;
            await Id3Tag.ReadAsync(new(window, start + Id3Header.Length, header.Size), header, draft, cancellation);
            start += header.Whole;
        }

        return start;
    }

    /// <summary>Reads the tags behind the audio, of which ID3v1 is the last; where the audio ends.</summary>
    public static async Task<long> BehindAsync(AudioWindow window, AudioDraft draft, long start, CancellationToken cancellation)
    {
        // One range for all of them.
        const int most = Id3v1.Length + ApeFooter + Id3Header.Length;
        var from = Math.Max(start, window.Length - most);
        var tail = await window.ReadAsync(from, most, cancellation);
        var v1 = tail.Length >= Id3v1.Length && tail.Span[^Id3v1.Length..].StartsWith("TAG"u8) ? tail[^Id3v1.Length..] : default;
        tail = tail[..^v1.Length];
        var end = from + tail.Length;

        // APE tags are read by few; here they are only not taken for audio.
        if (tail.Length >= ApeFooter && tail.Span[^ApeFooter..].StartsWith("APETAGEX"u8))
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.Span[^(ApeFooter - 12)..]);
            if (size >= ApeFooter && size < end - start) end -= size;
        }
        else if (tail.Length >= Id3Header.Length && Id3Header.ReadFooter(tail.Span[^Id3Header.Length..]) is { } footer && footer.Whole <= end - start)
        {
            end -= footer.Whole;
            await Id3Tag.ReadAsync(new(window, end + Id3Header.Length, footer.Size), footer, draft, cancellation);
        }

        Id3v1.Read(v1.Span, draft);
        return end;
    }
}

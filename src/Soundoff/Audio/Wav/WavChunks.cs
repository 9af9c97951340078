using System.Buffers.Binary;

namespace Soundoff.Audio.Wav;

/// <summary>What the chunks of a WAV file say of its sound.</summary>
internal sealed class WavChunks
{
    private const uint Unknown = 0xFFFFFFFF;

    private long largeData;
    private uint samples;

    public WavFormat? Format { get; set; }

    /// <summary>Bytes of sound: as the file has them, and as are there.</summary>
    public (long Claimed, long There)? Data { get; set; }

    /// <summary>A ds64 chunk: sizes of 64 bits for the file, its data and its samples.</summary>
    public void Large(ReadOnlySpan<byte> content)
    {
        if (content.Length >= 24 && BinaryPrimitives.ReadInt64LittleEndian(content[8..]) is > 0 and var data) largeData = data;
    }

    public void Fact(ReadOnlySpan<byte> content)
    {
        if (content.Length == 4) samples = BinaryPrimitives.ReadUInt32LittleEndian(content);
    }

    /// <summary>The size of a chunk; of data whose size the encoder did not know, or that ds64 has, what it is then.</summary>
    /// <param name="head">Its name and 32 bits of size.</param>
    /// <param name="there">Bytes from its content to the end of the file.</param>
    public long Size(ReadOnlySpan<byte> head, long there)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        if (!head.StartsWith("data"u8)) return size;
        // Encoders that write to a pipe cannot come back: ffmpeg leaves all bits set, others 0.
        return size is Unknown or 0 ? largeData > 0 ? largeData : there : size;
    }

    public void Measure(AudioDraft draft)
    {
        if (Format is not { SampleRate: > 0 } format || Data is not { There: > 0 } data)
        {
            draft.Error(
                Data is null or { Claimed: > 0 } ? "The file begins like WAV but its sound is missing." : "There is no sound in the file.",
                AudioDraft.UploadAgain);
            return;
        }

        draft.SampleRate = (int)Math.Min(format.SampleRate, int.MaxValue);
        draft.Channels = format.Channels;
        if (data.Claimed > data.There) draft.CutOff(data.Claimed, data.There);
        var bytes = Math.Min(data.Claimed, data.There);
        // What is packed plays at no fixed rate: then the number of samples counts, where it is told.
        if (format is { Plain: true, Block: > 0 }) draft.Measure((double)bytes / format.Block / format.SampleRate, bytes);
        else if (samples is > 0 and < Unknown && !format.Plain) draft.Measure((double)samples / format.SampleRate, bytes);
        else if (format.ByteRate > 0) draft.Measure((double)bytes / format.ByteRate, bytes);
    }
}

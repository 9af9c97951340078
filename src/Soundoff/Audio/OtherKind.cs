using Soundoff.Files;

namespace Soundoff.Audio;

/// <summary>What a file is that is none of the formats that are read, in words for its publisher.</summary>
internal static class OtherKind
{
    /// <summary>Bytes that tell most.</summary>
    public const int Enough = 4096;

    /// <summary>Completes "it is …"; null for bytes without a known beginning.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'F', (byte)'O', (byte)'R', (byte)'M', _, _, _, _, (byte)'A', (byte)'I', (byte)'F', ..] => "an AIFF recording",
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => "a Windows Media (WMA) file",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => "a Matroska or WebM file",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => "an AVI video",
        [(byte)'c', (byte)'a', (byte)'f', (byte)'f', ..] => "a Core Audio (CAF) recording",
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "an AMR voice recording",
        [(byte)'M', (byte)'T', (byte)'h', (byte)'d', ..] => "a MIDI file, which holds notes and no sound",
        [(byte)'w', (byte)'v', (byte)'p', (byte)'k', ..] => "a WavPack recording",
        [(byte)'M', (byte)'A', (byte)'C', (byte)' ', ..] => "a Monkey's Audio recording",
        [(byte)'D', (byte)'S', (byte)'D', (byte)' ', ..] => "a DSD recording",
        [(byte)'F', (byte)'L', (byte)'V', 1, ..] => "a Flash video",
        [0x00, 0x00, 0x01, 0xBA, ..] => "an MPEG video",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "an Ogg file without Vorbis, Opus or FLAC audio",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', (byte)'i', ..] => "a HEIC picture",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', ..] => "an AVIF picture",
        // What begins like MPEG audio is left to those who read its frames.
        [0xFF, >= 0xE0, ..] or [(byte)'I', (byte)'D', (byte)'3', ..] => null,
        _ => FileKind.Of(bytes),
    };

    /// <summary>For bytes without a known beginning.</summary>
    public static string Plain(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 512)];
        if (start.IndexOf("<html"u8) >= 0 || start.IndexOf("<!DOCTYPE html"u8) >= 0 || start.IndexOf("<!doctype html"u8) >= 0) return "a web page";
        if (start.IndexOfAnyExcept((byte)0) < 0) return "nothing but zeros";
        return start.IndexOfAnyInRange((byte)0, (byte)8) < 0 && start[0] != 0xFF ? "text" : "of no kind that is known";
    }
}

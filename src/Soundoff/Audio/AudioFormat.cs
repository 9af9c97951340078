namespace Soundoff.Audio;

/// <summary>A kind of audio file.</summary>
/// <param name="Name">As <see cref="AudioFacts.Format"/> has it.</param>
/// <param name="Spoken">What a publisher calls it: completes "it holds …".</param>
/// <param name="Ending">The file ending that tells its type to podcast apps.</param>
internal sealed record AudioFormat(string Name, string Spoken, string Ending)
{
    public static readonly AudioFormat Mp3 = new("mp3", "MP3", ".mp3");
    public static readonly AudioFormat M4a = new("m4a", "M4A (MP4 audio)", ".m4a");
    public static readonly AudioFormat Aac = new("aac", "AAC without a container (ADTS)", ".aac");
    public static readonly AudioFormat Vorbis = new("vorbis", "Ogg Vorbis", ".ogg");
    public static readonly AudioFormat Opus = new("opus", "Opus", ".opus");
    public static readonly AudioFormat Flac = new("flac", "FLAC", ".flac");
    public static readonly AudioFormat OggFlac = new("flac", "FLAC in Ogg", ".ogg");
    public static readonly AudioFormat Wav = new("wav", "WAV", ".wav");

    // Both endings are served as audio/ogg.
    private static readonly string[] Ogg = [".ogg", ".opus"];

    /// <summary>Whether a file of this kind may have the ending: .opus is for Opus alone, .ogg for all that an Ogg file holds.</summary>
    public bool Fits(string ending) => ending == Ending || (ending == ".ogg" && Ogg.Contains(Ending));

    /// <summary>Whether the ending gives the enclosure the right media type, though a person would expect another kind of file.</summary>
    public bool HasTypeOf(string ending) => ending == Ending || (Ogg.Contains(ending) && Ogg.Contains(Ending));
}

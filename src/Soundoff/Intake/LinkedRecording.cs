using Soundoff.Audio;
using Soundoff.Episodes;
using Soundoff.Problems;
using Soundoff.Site;
using Soundoff.Web;

namespace Soundoff.Intake;

/// <summary>A recording that lies elsewhere, as feeds and pages name it.</summary>
/// <param name="File">Its address in the path's place.</param>
/// <param name="Facts">What is known of it.</param>
public sealed record LinkedRecording(PublicFile File, AudioFacts Facts)
{
    private const string Field = "audio";

    /// <summary>What the notes say of it; what they leave out is looked up in a few ranges.</summary>
    /// <param name="audio">As written.</param>
    /// <param name="notes">The file that says it.</param>
    /// <param name="fetcher">Looks it up; null where nothing is fetched.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static async Task<Reading<LinkedRecording>> ReadAsync(LinkedAudio audio, string notes, Fetcher? fetcher, CancellationToken cancellation)
    {
        if (audio is { Length: { } length, Type: { } type }) return new(Of(audio.Address, length, type, new() { Format = type, Duration = audio.Duration }), []);
        if (fetcher is null) return new(null, [Problem.Warning(notes, "How long the recording is, and what, is looked up when it is published.", "Say its length in bytes and its type to have it checked here.", Field)]);
        try
        {
            var file = await RemoteRange.OpenAsync(fetcher, audio.Address, cancellation);
            var read = await AudioProbe.ReadAsync(file, audio.Address.AbsoluteUri, cancellation);
            if (read.Value is not { } facts) return new(null, [.. read.Problems.Select(problem => problem with { File = notes, Field = Field })]);
            return new(Of(audio.Address, file.Length, audio.Type ?? TypeOf(facts.Format), facts with { Duration = audio.Duration ?? facts.Duration, Picture = null }), []);
        }
        catch (Exception failure) when (failure is UnreachableException or IOException)
        {
            return Problem.Error(notes, $"The recording at {audio.Address} {failure.Message.TrimEnd('.')}.", "Look at the address in a browser, then save the notes again; or say the recording's length in bytes and its type.", Field);
        }
    }

    private static LinkedRecording Of(Uri address, long length, string type, AudioFacts facts) => new(new() { Path = address.AbsoluteUri, Type = type, Length = length }, facts);

    private static string TypeOf(string format) => MediaTypes.Of(format switch { "mp3" => ".mp3", "m4a" => ".m4a", "vorbis" => ".ogg", _ => "." + format });
}

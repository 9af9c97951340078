using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Soundoff.Audio;
using Soundoff.Files;
using Soundoff.Problems;

namespace Soundoff.Bench;

/// <summary>What it takes to learn an audio file's facts, its bytes at hand: the storage's part is a count of ranges, which the tests hold.</summary>
[MemoryDiagnoser]
public class AudioBench
{
    private readonly Dictionary<string, byte[]> files = [];

    [GlobalSetup]
    public void Load()
    {
        foreach (var file in Directory.GetFiles(Fixtures())) files[Path.GetFileName(file)] = File.ReadAllBytes(file);
    }

    [Benchmark]
    public Task<Reading<AudioFacts>> Mp3() => ProbeAsync("tagged-v24.mp3");

    [Benchmark]
    public Task<Reading<AudioFacts>> Mp3WithoutHeader() => ProbeAsync("headerless-vbr.mp3");

    [Benchmark]
    public Task<Reading<AudioFacts>> M4a() => ProbeAsync("tagged.m4a");

    [Benchmark]
    public Task<Reading<AudioFacts>> M4aInFragments() => ProbeAsync("fragmented.m4a");

    [Benchmark]
    public Task<Reading<AudioFacts>> Vorbis() => ProbeAsync("tagged-vorbis.ogg");

    [Benchmark]
    public Task<Reading<AudioFacts>> Opus() => ProbeAsync("tagged.opus");

    [Benchmark]
    public Task<Reading<AudioFacts>> Flac() => ProbeAsync("tagged.flac");

    [Benchmark]
    public Task<Reading<AudioFacts>> Wav() => ProbeAsync("info.wav");

    [Benchmark]
    public Task<Reading<AudioFacts>> Aac() => ProbeAsync("plain.aac");

    private Task<Reading<AudioFacts>> ProbeAsync(string name) => AudioProbe.ReadAsync(new Held(files[name]), name, CancellationToken.None);

    private static string Fixtures([CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "..", "Soundoff.Tests", "Data", "audio");

    private sealed class Held(byte[] bytes) : IRangeSource
    {
        public long Length => bytes.Length;

        public Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count, CancellationToken cancellation) =>
            Task.FromResult<ReadOnlyMemory<byte>>(bytes.AsMemory((int)offset, count));
    }
}

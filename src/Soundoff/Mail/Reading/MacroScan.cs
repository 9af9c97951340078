namespace Soundoff.Mail.Reading;

/// <summary>Looks through an Office document for the part that holds its macros, a block at a time.</summary>
internal sealed class MacroScan
{
    // Open Packaging: the name of the part, in the directory and before its data. Old Office (MS-CFB): the name of the storage, in UTF-16.
    private static readonly byte[] Packed = "vbaProject.bin"u8.ToArray();
    private static readonly byte[] Compound = System.Text.Encoding.Unicode.GetBytes("_VBA_PROJECT");

    private readonly byte[]? _mark;
    private byte[] _tail = [];

    public MacroScan(ReadOnlySpan<byte> head) => _mark = head.StartsWith("PK\x03\x04"u8) ? Packed : head is [0xD0, 0xCF, 0x11, 0xE0, ..] ? Compound : null;

    /// <summary>Whether it is a document that may have macros.</summary>
    public bool IsNeeded => _mark is not null;

    public bool Found { get; private set; }

    public void Add(ReadOnlySpan<byte> block)
    {
        if (_mark is null || Found) return;
        byte[] seam = [.. _tail, .. block[..Math.Min(block.Length, _mark.Length - 1)]];
        Found = block.IndexOf(_mark) >= 0 || seam.AsSpan().IndexOf(_mark) >= 0;
        _tail = (block.Length >= _mark.Length ? block[^(_mark.Length - 1)..] : seam.AsSpan(Math.Max(0, seam.Length - _mark.Length + 1))).ToArray();
    }
}

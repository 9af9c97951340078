using System.Text;

namespace Soundoff.Cli.Letters.Posting;

/// <summary>Writes a <c>multipart/form-data</c> body, byte by byte as SendGrid does.</summary>
public sealed class MultipartBody
{
    private const string Boundary = "xYzZY";

    private readonly List<byte> _bytes = [];

    /// <summary>What the body is called in the request's header.</summary>
    public static string ContentType => $"multipart/form-data; boundary={Boundary}";

    /// <summary>Adds a field of text.</summary>
    public MultipartBody Add(string name, string value) => Add(name, Encoding.UTF8.GetBytes(value));

    /// <summary>Adds a field of bytes, or a file.</summary>
    public MultipartBody Add(string name, ReadOnlySpan<byte> value, string? fileName = null, string? type = null)
    {
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"");
        if (fileName is not null) Write($"; filename=\"{fileName}\"");
        if (type is not null) Write($"\r\nContent-Type: {type}");
        Write("\r\n\r\n");
        _bytes.AddRange(value);
        Write("\r\n");
        return this;
    }

    /// <summary>The whole body.</summary>
    public byte[] ToArray()
    {
        Write($"--{Boundary}--\r\n");
        return [.. _bytes];
    }

    private void Write(string text) => _bytes.AddRange(Encoding.UTF8.GetBytes(text));
}

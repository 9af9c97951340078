using System.Buffers;

namespace Soundoff.Cli.Local.Smtp;

/// <summary>
/// Takes the dots off that protect lines beginning with one, and finds the end (RFC 5321 section 4.5.2). Only CRLF ends a line: taking a bare
/// line feed for an end is how a message smuggles another one in.
/// </summary>
internal sealed class DotStuffedText
{
    private State _state = State.LineStart;

    private enum State
    {
        LineStart,
        Line,
        Cr,
        Dot,
        DotCr,
        Ended,
    }

    /// <summary>Whether the line with a dot alone has come.</summary>
    public bool IsEnded => _state == State.Ended;

    /// <summary>Reads on, to the end of the bytes or of the text.</summary>
    /// <returns>How many bytes were read.</returns>
    public int Read(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output)
    {
        var at = 0;
        while (at < bytes.Length && !IsEnded)
        {
            if (_state == State.Line)
            {
                var run = bytes[at..].IndexOf((byte)'\r') is var end and >= 0 ? end + 1 : bytes.Length - at;
                output.Write(bytes.Slice(at, run));
                if (bytes[at + run - 1] == '\r') _state = State.Cr;
                at += run;
                continue;
            }

            Step(bytes[at++], output);
        }

        return at;
    }

    private void Step(byte next, IBufferWriter<byte> output)
    {
        switch (_state, next)
        {
            case (State.LineStart, (byte)'.'):
                _state = State.Dot;
                return;
            case (State.Dot, (byte)'\r'):
                _state = State.DotCr;
                return;
            case (State.DotCr, (byte)'\n'):
                _state = State.Ended;
                return;
            case (State.DotCr, _):
                output.Write("\r"u8);
                break;
        }

        output.Write([next]);
        _state = next switch
        {
            (byte)'\r' => State.Cr,
            (byte)'\n' when _state == State.Cr => State.LineStart,
            _ => State.Line,
        };
    }
}

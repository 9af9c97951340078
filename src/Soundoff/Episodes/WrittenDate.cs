namespace Soundoff.Episodes;

/// <summary>A date as a publisher writes it: with an offset it is an instant, without one it is local to the show.</summary>
/// <param name="Local">The clock time as written; midnight when only a day was given.</param>
/// <param name="Offset">The offset as written; null when the show's time zone decides.</param>
public sealed record WrittenDate(DateTime Local, TimeSpan? Offset)
{
    /// <summary>The instant meant. A time that a clock change skipped moves forward with the clock; one that it repeated is the first.</summary>
    public DateTimeOffset At(TimeZoneInfo zone)
    {
        if (Offset is { } offset) return new DateTimeOffset(Local, offset);
        var local = DateTime.SpecifyKind(Local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local)) return new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-3)));
        return zone.IsAmbiguousTime(local)
            ? new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max())
            : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}

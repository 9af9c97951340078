namespace Soundoff.Episodes.Podcasting;

/// <summary>How listeners may pay (<c>podcast:value</c>).</summary>
public sealed record ValueBlock
{
    /// <summary>The currency or layer: <c>lightning</c>.</summary>
    public required string Type { get; init; }

    /// <summary>How it is sent: <c>keysend</c>, <c>lnaddress</c>.</summary>
    public required string Method { get; init; }

    /// <summary>What is suggested for each payment, in the currency.</summary>
    public decimal? Suggested { get; init; }

    /// <summary>Who gets what; at least one.</summary>
    public required IReadOnlyList<ValueRecipient> Recipients { get; init; }

    /// <summary>Stretches of the recording that pay others (<c>podcast:valueTimeSplit</c>).</summary>
    public IReadOnlyList<ValueTimeSplit> TimeSplits { get; init; } = [];
}

/// <summary>Somebody who gets a share (<c>podcast:valueRecipient</c>).</summary>
/// <param name="Name">Who it is.</param>
/// <param name="Type"><c>node</c>, <c>lnaddress</c>, or what another currency calls it.</param>
/// <param name="Address">Where it is sent: a node's key, 66 hexadecimal digits, or a Lightning address.</param>
/// <param name="Split">Shares, from 0.</param>
/// <param name="Fee">Taken off before the others share.</param>
/// <param name="CustomKey">A key to send along.</param>
/// <param name="CustomValue">The value of that key.</param>
public sealed record ValueRecipient(string? Name, string Type, string Address, int Split, bool Fee = false, string? CustomKey = null, string? CustomValue = null);

/// <summary>A stretch of the recording with recipients of its own, or those of an item of another feed.</summary>
/// <param name="Start">From the beginning of the recording.</param>
/// <param name="Duration">Above 0.</param>
/// <param name="Recipients">Who gets what; empty where <paramref name="Item"/> says it.</param>
/// <param name="Item">The item whose recipients are paid.</param>
/// <param name="ItemStart">Where in that item the stretch begins.</param>
/// <param name="ItemPercentage">What they get of the whole, from 0 to 100; null for all.</param>
public sealed record ValueTimeSplit(
    TimeSpan Start, TimeSpan Duration, IReadOnlyList<ValueRecipient> Recipients, RemoteItem? Item = null, TimeSpan? ItemStart = null, int? ItemPercentage = null);

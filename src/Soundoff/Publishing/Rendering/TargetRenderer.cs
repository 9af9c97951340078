using System.Globalization;
using Soundoff.Catalog;
using Soundoff.Lists;
using Soundoff.Site;

namespace Soundoff.Publishing.Rendering;

/// <summary>Renders one target from what records and rows say now. What has no source any more is removed.</summary>
public sealed class TargetRenderer(EpisodePages episodes, ShowPages lists, NamedPages named, FeedDocuments feeds, IndexPages index)
{
    /// <summary>Writes, or removes, all blobs of a target.</summary>
    public Task RenderAsync(Round round, RoundTarget target, CancellationToken cancellation) => target.Kind switch
    {
        TargetKind.Page => episodes.RenderAsync(round, target, cancellation),
        TargetKind.Home => lists.HomeAsync(round, cancellation),
        TargetKind.Feed => feeds.RenderAsync(round, cancellation),
        TargetKind.FeedAlias => FeedDocuments.GiveUpAsync(round, target.Name),
        TargetKind.Month => MonthAsync(round, Month.Parse(target.Name), cancellation),
        TargetKind.Year => lists.YearAsync(round, int.Parse(target.Name, CultureInfo.InvariantCulture), cancellation),
        TargetKind.Topic => named.RenderAsync(round, NamedList.OfTopic, target.Name, target.Details.Select(NamedChange.Parse), cancellation),
        TargetKind.Guest => named.RenderAsync(round, NamedList.OfGuest, target.Name, target.Details.Select(NamedChange.Parse), cancellation),
        TargetKind.Season => named.RenderAsync(round, NamedList.OfSeason, target.Name, target.Details.Select(NamedChange.Parse), cancellation),
        TargetKind.Names => lists.NamesAsync(round, target.Name[0]),
        TargetKind.Search => SearchIndex.RenderAsync(round, int.Parse(target.Name, CultureInfo.InvariantCulture), target.Details),
        TargetKind.Lost => index.NotFoundAsync(cancellation),
        TargetKind.Ways => lists.WaysAsync(round),
        TargetKind.Index => index.RenderAsync(cancellation),
        _ => Task.CompletedTask,
    };

    private async Task MonthAsync(Round round, Month month, CancellationToken cancellation)
    {
        await lists.MonthAsync(round, month);
        await feeds.ArchiveAsync(round, month, cancellation);
    }
}

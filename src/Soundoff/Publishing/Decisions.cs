using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Feeds;
using Soundoff.Problems;
using Soundoff.Shows;

namespace Soundoff.Publishing;

/// <summary>Decides, from what the catalog holds, what is decided once about an episode.</summary>
public sealed class Decisions(CatalogTable catalog, TimeProvider clock)
{
    /// <param name="id">The episode.</param>
    /// <param name="slug">Its part of addresses.</param>
    /// <param name="old">Its identity as read; null when the show never had the slug.</param>
    /// <param name="facts">What its files say.</param>
    /// <param name="show">Its show.</param>
    /// <param name="fingerprint">Of its files.</param>
    /// <param name="file">Where problems are to be mended.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Decision> DecideAsync(
        EpisodeId id, string slug, Identity? old, EpisodeFacts facts, Show show, string fingerprint, string file, CancellationToken cancellation)
    {
        var identity = new Identity { Show = id.Show, Slug = slug, Key = id.Key, Guid = "", State = EpisodeState.Draft, Fingerprint = fingerprint };
        if (old is { MovedTo: null, FirstPublished: not null })
            return Checked(new() { Identity = identity with { Guid = old.Guid, FirstPublished = old.FirstPublished }, IsKept = true }, facts, file);

        var decision = new Decision { Identity = identity with { FirstPublished = clock.GetUtcNow() }, IsKept = false };
        foreach (var alias in facts.Aliases.Where(a => a != slug))
            if (await catalog.FindAsync(id.Show, alias, cancellation) is { } former) decision = Follow(decision, former, id, $"Its address /{id.Show}/{alias}/", "aliases", file);

        if (facts.Guid is { } given && await catalog.OwnerAsync(id.Show, given, cancellation) is { } holder && holder.Slug != slug
            && await catalog.FindAsync(id.Show, holder.Slug, cancellation) is { } first)
            decision = Follow(decision, first, id, $"The GUID {given}", "guid", file);

        return decision.Predecessor is { } before
            ? Checked(decision with
            {
                Identity = decision.Identity with { Guid = before.Guid, FirstPublished = before.FirstPublished },
                Owner = await catalog.OwnerAsync(id.Show, before.Guid, cancellation),
            }, facts, file)
            : await NewAsync(decision, facts, show, cancellation);
    }

    // A former episode whose files are gone is what this one was renamed from; one that is still there must go first.
    private static Decision Follow(Decision decision, Identity former, EpisodeId id, string what, string field, string file)
    {
        if (former.State == EpisodeState.Removed) return former is { MovedTo: null, FirstPublished: not null } ? decision with { Predecessor = decision.Predecessor ?? former } : decision;
        if (former.Key == id.Key || decision.WaitsFor is not null) return decision;
        var problem = Problem.Error(
            file,
            $"{what} still belongs to \"{former.Key}\".",
            $"If this is \"{former.Key}\" renamed, delete that one's files: this one then takes its place by itself. If not, take the line out.",
            field);
        return decision with { WaitsFor = former, Problems = [.. decision.Problems, problem] };
    }

    private async Task<Decision> NewAsync(Decision decision, EpisodeFacts facts, Show show, CancellationToken cancellation)
    {
        var identity = decision.Identity;
        for (var number = 1; ; number++)
        {
            // A slug whose first episode was renamed, and took its GUID along, may be used again.
            var guid = facts.Guid ?? EpisodeGuid.For(show.Guid, number == 1 ? identity.Slug : $"{identity.Slug}#{number}");
            var owner = await catalog.OwnerAsync(identity.Show, guid, cancellation);
            if (owner is null || owner.Slug == identity.Slug || facts.Guid is not null) return decision with { Identity = identity with { Guid = guid }, Owner = owner };
        }
    }

    private static Decision Checked(Decision decision, EpisodeFacts facts, string file) =>
        facts.Guid is { } given && given != decision.Identity.Guid
            ? decision with
            {
                Problems = [.. decision.Problems, Problem.Error(
                    file,
                    $"The episode was published with the GUID {decision.Identity.Guid}, which can never change: apps would take it for another episode.",
                    "Take the line out, or write the GUID as it was.",
                    "guid")],
            }
            : decision;
}

using Soundoff.Pages;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>Style and script, where pages of this engine look for them.</summary>
public sealed class PublicAssets(SiteContainer site)
{
    private volatile bool areThere;

    /// <summary>Puts them there; once in the life of a process, as their names tell their content.</summary>
    public async Task PutAsync(CancellationToken cancellation)
    {
        if (areThere) return;
        foreach (var asset in SiteAssets.All) await site.PutAsync(asset.Path, asset.Bytes, asset.Type, cancellation);
        areThere = true;
    }
}

using Soundoff.Catalog;
using Soundoff.Mail.Keeping;
using Soundoff.Storage;

namespace Soundoff.Publishing.Rendering;

/// <summary>What rounds read from and write to.</summary>
public sealed class Rounds(CatalogTable catalog, Records records, PublishedLetters letters, SiteContainer site)
{
    internal CatalogTable Catalog => catalog;
    internal Records Records => records;
    internal PublishedLetters Letters => letters;
    internal SiteContainer Site => site;

    /// <param name="tenure">Whoever renders.</param>
    /// <param name="targets">What is to be rendered.</param>
    /// <param name="cancellation">Stops the round.</param>
    public Round Begin(Tenure tenure, IReadOnlyCollection<Target> targets, CancellationToken cancellation) => new(this, tenure, targets, cancellation);
}

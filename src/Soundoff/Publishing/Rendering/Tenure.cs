using Soundoff.Catalog;

namespace Soundoff.Publishing.Rendering;

/// <summary>The time in which one renderer alone renders a show. It renews itself for as long as somebody asks.</summary>
public sealed class Tenure(RendererClaims claims, RendererClaim claim, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>The claim in its newest version.</summary>
    public RendererClaim Claim { get; private set; } = claim;

    /// <summary>Renews the claim when a third of its time is over, and costs nothing before.</summary>
    /// <exception cref="ClaimLostException">It ended, and another took over.</exception>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        if (IsFresh) return;
        await one.WaitAsync(cancellation);
        try
        {
            if (!IsFresh) Claim = await claims.TakeAsync(Claim, Claim.Owner!, cancellation) ?? throw new ClaimLostException(Claim.Show);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Lets go.</summary>
    public Task EndAsync() => claims.LetGoAsync(Claim, CancellationToken.None);

    public void Dispose() => one.Dispose();

    private bool IsFresh => clock.GetUtcNow() < Claim.Until - RendererClaim.Duration * 2 / 3;
}

/// <summary>Another renderer took over because this one was taken for dead: what it was about to write may be old.</summary>
public sealed class ClaimLostException(string show) : Exception($"Another renderer took over the show {show}.");

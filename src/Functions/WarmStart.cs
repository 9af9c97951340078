using Azure;
using Azure.Identity;
using Microsoft.Extensions.Hosting;
using Soundoff.Hosting;

namespace Soundoff.Functions;

/// <summary>
/// Warms a new instance up while the host still talks with it about its functions. Nothing waits for it, and what goes wrong is for the first message to tell.
/// </summary>
public sealed class WarmStart(WarmUp warmUp) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await warmUp.RunAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is RequestFailedException or AuthenticationFailedException or AggregateException or OperationCanceledException)
        {
            // The first message will tell.
        }
    }
}

using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Tests.Publishing;

namespace Soundoff.Tests.Functions;

/// <summary>The functions of an engine, made and called as the host does: each by what its trigger names.</summary>
internal sealed class FunctionApp(World world)
{
    /// <summary>A function's class, with what the engine provides.</summary>
    public T Make<T>() where T : class => ActivatorUtilities.CreateInstance<T>(world.Services);

    /// <summary>Hands each message of each queue to its function, until all queues are empty.</summary>
    public async Task SettleAsync()
    {
        var triggers = DeclaredTrigger.All.Where(t => t.Kind == "queue").ToList();
        var idle = false;
        while (!idle)
        {
            idle = true;
            foreach (var trigger in triggers) idle &= !await StepAsync(trigger, world.Services.GetRequiredService<StorageAccount>().Queue(trigger.Source));
        }
    }

    private async Task<bool> StepAsync(DeclaredTrigger trigger, QueueClient queue)
    {
        var message = (await queue.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken)).Value;
        if (message is null) return false;
        var method = DeclaredTrigger.MethodOf(trigger.Function);
        var instance = ActivatorUtilities.CreateInstance(world.Services, method.DeclaringType!);
        await (Task)method.Invoke(instance, [message.MessageText, TestContext.Current.CancellationToken])!;
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestContext.Current.CancellationToken);
        return true;
    }
}

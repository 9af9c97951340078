using Grpc.Core;

namespace Soundoff.FunctionsHost.Protocol;

/// <summary>Takes the streams of workers, each of which says first whose it is.</summary>
internal sealed class WorkerStream(RunningApp host) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)) return;
        await host.WorkerOf(requestStream.Current.StartStream.WorkerId).ServeAsync(requestStream, responseStream, context.CancellationToken);
    }
}

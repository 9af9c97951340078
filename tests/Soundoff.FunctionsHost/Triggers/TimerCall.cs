using Soundoff.FunctionsHost.Protocol;

namespace Soundoff.FunctionsHost.Triggers;

/// <summary>What a timer tells its function.</summary>
internal static class TimerCall
{
    public static InvocationRequest Request(Function function)
    {
        var request = new InvocationRequest { InvocationId = Guid.NewGuid().ToString() };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = new() { Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" } });
        return request;
    }
}

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Names a function. The types of this folder declare as much of the worker's public interface as <c>src/Functions</c> uses, with the
/// names and signatures of the packages, which do not restore everywhere: so its sources are compiled and called wherever the tests run.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What every trigger is.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : Attribute;

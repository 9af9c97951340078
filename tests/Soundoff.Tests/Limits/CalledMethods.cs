using System.Reflection;
using System.Reflection.Emit;
using Soundoff.Tests.Architecture;

namespace Soundoff.Tests.Limits;

/// <summary>Which methods the compiled methods of an assembly call.</summary>
internal static class CalledMethods
{
    private const BindingFlags Anything = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All calls but those in what the pattern generator wrote.</summary>
    public static IEnumerable<(MethodBase By, MethodBase Called)> In(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.Namespace != "System.Text.RegularExpressions.Generated"
        from method in type.GetMethods(Anything).Cast<MethodBase>().Concat(type.GetConstructors(Anything))
        from called in Of(method)
        select (method, called);

    private static IEnumerable<MethodBase> Of(MethodBase method)
    {
        var types = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var arguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return from use in Instructions.Tokens(method.GetMethodBody()?.GetILAsByteArray() ?? [])
               where use.Kind == OperandType.InlineMethod
               select method.Module.ResolveMethod(use.Token, types, arguments)!;
    }
}

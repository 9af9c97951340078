using System.Reflection;

namespace Soundoff.Tests.Architecture;

/// <summary>Which types the types of an assembly use, as the compiler wrote it down: in signatures, attributes and the instructions of every method.</summary>
internal static class CompiledUses
{
    private const BindingFlags Anything = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Each pair once. What is inside a type is told of the outermost: lambdas, iterators and asynchronous methods compile to types of their own.</summary>
    public static IEnumerable<(Type By, Type Used)> In(Assembly assembly) =>
        (from type in assembly.GetTypes()
         from named in Declared(type).Concat(Methods(type).SelectMany(InMethod))
         from used in Parts(named)
         select (Outermost(type), Outermost(used))).Distinct();

    private static IEnumerable<MethodBase> Methods(Type type) => type.GetMethods(Anything).Cast<MethodBase>().Concat(type.GetConstructors(Anything));

    private static IEnumerable<Type?> Declared(Type type) =>
        type.GetInterfaces().Append(type.BaseType)
            .Concat(Attributes(type))
            .Concat(type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()))
            .Concat(type.GetProperties(Anything).SelectMany(Attributes))
            .Concat(type.GetFields(Anything).SelectMany(field => Attributes(field).Append(field.FieldType)));

    private static IEnumerable<Type?> InMethod(MethodBase method)
    {
        foreach (var type in Signature(method).Concat(Attributes(method))) yield return type;
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        foreach (var clause in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)) yield return clause.CatchType;
        var types = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var arguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var (_, token) in Instructions.Tokens(body.GetILAsByteArray() ?? []))
            foreach (var type in Member(method.Module.ResolveMember(token, types, arguments)!)) yield return type;
    }

    private static IEnumerable<Type?> Member(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodBase method => Signature(method),
        _ => [],
    };

    private static IEnumerable<Type?> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(method.IsGenericMethod ? method.GetGenericArguments() : [])
            .Append((method as MethodInfo)?.ReturnType)
            .Append(method.DeclaringType);

    private static IEnumerable<Type> Attributes(MemberInfo member) => member.GetCustomAttributesData().Select(attribute => attribute.AttributeType);

    /// <summary>A list of letters is a list, and letters.</summary>
    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter) return [];
        if (type.HasElementType) return Parts(type.GetElementType());
        return type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}

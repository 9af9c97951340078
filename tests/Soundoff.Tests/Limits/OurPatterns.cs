using System.Reflection;
using System.Text.RegularExpressions;

namespace Soundoff.Tests.Limits;

/// <summary>The patterns of all assemblies that lie beside the tests, by their names.</summary>
internal static class OurPatterns
{
    private const BindingFlags Anything = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Directory.GetFiles(AppContext.BaseDirectory, "Soundoff*.dll").Select(Path.GetFileNameWithoutExtension).Where(name => name != "Soundoff.Tests").Select(name => Assembly.Load(name!))];

    public static IReadOnlyDictionary<string, (MethodInfo Method, Regex Pattern)> All { get; } = new SortedDictionary<string, (MethodInfo, Regex)>(
        Assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMethods(Anything))
            .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .ToDictionary(method => $"{method.DeclaringType!.FullName}.{method.Name}", method => (method, (Regex)method.Invoke(null, null)!)), StringComparer.Ordinal);
}

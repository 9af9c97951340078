using System.Reflection;
using System.Text.RegularExpressions;
using Soundoff.Limits;

namespace Soundoff.Tests.Limits;

/// <summary>Every pattern of the engine, the command line, the exporter and the functions, found in what was compiled.</summary>
public sealed class PatternsTests
{
    public static TheoryData<string> Names => [.. OurPatterns.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pattern_is_linear_and_has_the_time_limit(string name)
    {
        var (method, pattern) = OurPatterns.All[name];
        var proof = method.GetCustomAttribute<ProvedLinearAttribute>();
        Assert.True(pattern.Options.HasFlag(RegexOptions.NonBacktracking) || proof is { Because.Length: > 20 }, $"{name} backtracks: make it with {nameof(Patterns)}.{nameof(Patterns.Linear)}, or prove that it is linear.");
        Assert.True(pattern.MatchTimeout == TimeSpan.FromMilliseconds(Patterns.TimeLimit), $"{name} has no time limit: make it with {nameof(Patterns)}.{nameof(Patterns.TimeLimit)}.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_megabyte_of_poison_is_read_in_time(string name)
    {
        var pattern = OurPatterns.All[name].Pattern;
        var choked = Choked(pattern);
        Assert.True(choked is null, $"{name} takes more than {Patterns.TimeLimit} ms for a megabyte of {choked}.");
    }

    [Theory]
    [InlineData(@"\[\s*e-?mail(?:\s|@|&nbsp;|&\#160;|&amp;nbsp;|\u00A0|\u200B)*protected\s*\]")]
    [InlineData(@"@?(?<domain>[^\s:,;@{}]+)\s*:\s*(?<result>pass|fail|permerror|invalid)\w*")]
    [InlineData("„[^“”]*[“”]")]
    public void The_poison_is_strong_enough_to_find_a_pattern_that_backtracks(string pattern) =>
        Assert.NotNull(Choked(new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(500))));

    private static Poison? Choked(Regex pattern)
    {
        foreach (var poison in Poison.For(pattern.ToString()))
        {
            try
            {
                foreach (var _ in pattern.EnumerateMatches(poison.Megabyte)) { }
            }
            catch (RegexMatchTimeoutException)
            {
                return poison;
            }
        }

        return null;
    }

    [Fact]
    public void Nothing_makes_a_pattern_in_another_way()
    {
        var others = OurPatterns.Assemblies.SelectMany(CalledMethods.In)
            .Where(call => call.Called.DeclaringType == typeof(Regex) && (call.Called is ConstructorInfo || call.Called is MethodInfo { IsStatic: true, Name: not nameof(Regex.Escape) }))
            .Select(call => $"{call.By.DeclaringType}.{call.By.Name} calls Regex.{call.Called.Name}");
        Assert.Empty(others);
    }

    [Fact]
    public void The_patterns_are_found() => Assert.True(OurPatterns.All.Count >= 60, $"Only {OurPatterns.All.Count} patterns were found.");
}

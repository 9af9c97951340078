namespace Soundoff.Tests.Infra;

/// <summary>The compiled template keeps each rule, and each rule is one that can be broken.</summary>
public class SecurityTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Rules =>
        from parameters in new[] { Deployment.Default, Deployment.Everything, Deployment.Otherwise }
        from rule in SecurityRules.Always.Concat(parameters == Deployment.Everything ? SecurityRules.Closed : []).Concat(parameters == Deployment.Default ? [] : SecurityRules.People)
        select new TheoryDataRow<string, string>(parameters, rule.Name);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_deployment_keeps_the_rule(string parameters, string rule) =>
        Assert.Empty(Find(rule).Breaches(await Deployment.ReadAsync(parameters)));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_broken_copy_is_found_out(string parameters, string rule)
    {
        var copy = await Deployment.ReadAsync(parameters);
        Find(rule).Break(copy);

        Assert.NotEmpty(Find(rule).Breaches(copy));
    }

    private static SecurityRule Find(string name) => SecurityRules.Always.Concat(SecurityRules.Closed).Concat(SecurityRules.People).Single(rule => rule.Name == name);
}

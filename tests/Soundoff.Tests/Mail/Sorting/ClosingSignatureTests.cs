using Soundoff.Mail.Sorting.Person;

namespace Soundoff.Tests.Mail.Sorting;

public class ClosingSignatureTests
{
    [Theory]
    [InlineData("I heard the bell.\n\nBo, Malmö")]
    [InlineData("I heard the bell.\n\nBo Berg, Malmö\n")]
    [InlineData("I heard the bell.\n\n– Bo (Malmö)")]
    [InlineData("I heard the bell.\n\nBo from Malmö")]
    [InlineData("I heard the bell.\nBo\nMalmö")]
    [InlineData("I heard the bell.\n\nBo Berg,\nMalmö.")]
    [InlineData("I heard the bell.\n\nBo")]
    [InlineData("I heard the bell.\n\nBO!")]
    public void The_name_and_place_that_a_page_sets_below_a_letter_leave_its_end(string text) =>
        Assert.Equal("I heard the bell.", ClosingSignature.Without(text, "Bo Berg", "Malmö"));

    [Theory]
    [InlineData("I heard the bell.\n\nYours, Bo, who is from Malmö")]
    [InlineData("I heard the bell.\n\nIda, Malmö")]
    [InlineData("I heard the bell.\n\nBo, Lund")]
    [InlineData("I heard the bell in\nMalmö")]
    [InlineData("Bo, Malmö")]
    [InlineData("Bob")]
    [InlineData("")]
    public void Any_other_end_stays(string text) => Assert.Equal(text, ClosingSignature.Without(text, "Bo Berg", "Malmö"));

    [Theory]
    [InlineData(null)]
    [InlineData("Radio office")]
    public void Without_a_persons_name_all_stays(string? name) => Assert.Equal("The bell.\n\nBo, Malmö", ClosingSignature.Without("The bell.\n\nBo, Malmö", name, "Malmö"));
}

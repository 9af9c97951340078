using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Sorting;

public class SubjectsTests
{
    [Theory]
    [InlineData("Re: Hanoi", "Hanoi")]
    [InlineData("AW: WG: Re[2]: Hanoi", "Hanoi")]
    [InlineData("SV: VS: Antw: Hanoi", "Hanoi")]
    [InlineData("回复：Hanoi", "Hanoi")]
    [InlineData("Fwd:Hanoi: a walk", "Hanoi: a walk")]
    [InlineData("Hanoi: re: a walk", "Hanoi: re: a walk")]
    [InlineData("Re:", "")]
    [InlineData("", "")]
    [InlineData(":", ":")]
    public void What_programs_put_before_a_subject_comes_off(string subject, string bare) => Assert.Equal(bare, Subjects.Bare(subject));

    [Theory]
    [InlineData("Fwd: Undelivered Mail", true)]
    [InlineData("Undelivered Mail", false)]
    public void Passing_on_leaves_its_mark(string subject, bool handled) => Assert.Equal(handled, Subjects.IsHandled(subject));
}

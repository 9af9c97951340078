using Soundoff.Mail.Sorting.Person;

namespace Soundoff.Tests.Mail.Sorting;

public class DisplayNameTests
{
    [Theory]
    [InlineData("Ana Silva", "Ana")]
    [InlineData("Silva, Ana", "Ana")]
    [InlineData("Dr. Ana Silva", "Ana")]
    [InlineData("Prof. Dr. Karl-Heinz Moser", "Karl-Heinz")]
    [InlineData("ANA SILVA", "Ana")]
    [InlineData("jean-pierre martin", "Jean-Pierre")]
    [InlineData("'Ana Silva'", "Ana")]
    [InlineData("Ana Silva (mobile)", "Ana")]
    [InlineData("Ana Silva via Radio Fans", "Ana")]
    [InlineData("John Smith, PhD", "John")]
    [InlineData("Ana 🌻", "Ana")]
    [InlineData("Ana", "Ana")]
    [InlineData("D’Arcy Wells", "D’Arcy")]
    [InlineData("Иванов Иван Петрович", "Иван")]
    [InlineData("Пётр Волков", "Пётр")]
    [InlineData("Nguyễn Văn An", "An")]
    [InlineData("김민수", "민수")]
    [InlineData("김 민수", "민수")]
    [InlineData("山田 太郎", "太郎")]
    [InlineData("अनिता शर्मा", "अनिता")]
    public void A_first_name_is_read(string name, string first) => Assert.Equal(first, DisplayName.FirstName(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana@listener.example")]
    [InlineData("ana85")]
    [InlineData("ana.silva")]
    [InlineData("ana_silva")]
    [InlineData("A. Silva")]
    [InlineData("Support Team")]
    [InlineData("Moser GmbH")]
    [InlineData("no-reply")]
    [InlineData("(nobody)")]
    [InlineData("山田太郎")]
    [InlineData("The Hill Society")]
    [InlineData("One Two Three Four Five Six Seven")]
    public void What_is_no_persons_name_has_no_first_name(string? name) => Assert.Null(DisplayName.FirstName(name));
}

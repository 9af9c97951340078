using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting.Person;

namespace Soundoff.Tests.Mail.Sorting;

public class SenderPlaceTests
{
    [Theory]
    [InlineData("Ana Silva", "I am Ana from Lisbon, a fan.", "Lisbon")]
    [InlineData("Ana Silva", "This is Ana from New York City and I like trams.", "New York City")]
    [InlineData("Ana Silva", "Hello.\n\nAna, Lisbon", "Lisbon")]
    [InlineData("Ana Silva", "Hello.\n\n– Ana (São Paulo)", "São Paulo")]
    [InlineData("Uli Frey", "Hallo, Uli aus Köln hier.", "Köln")]
    [InlineData("Uli Frey", "Hallo.\nGrüße\nUli Frey, Köln", "Köln")]
    [InlineData("Luc Petit", "Bonjour.\nLuc, à Lyon", null)]
    [InlineData("Ana Silva", "Hello.\nAna, thanks again", null)]
    [InlineData("Ana Silva", "Hello.\nAna Silva, CEO", null)]
    [InlineData("Ana Silva", "Hello.\nAna, 12 Hill Street", null)]
    [InlineData("Ana Silva", "My friend Ben from Oslo says hello.", null)]
    [InlineData("Ana Silva", "Ana from the second floor", null)]
    [InlineData(null, "Ana, Lisbon", null)]
    [InlineData("Support Team", "Team, Lisbon", null)]
    public void A_place_is_read_only_when_it_is_surely_one(string? name, string text, string? place) =>
        Assert.Equal(place, SenderPlace.Of(new ReadMail { Name = name, Text = text }));
}

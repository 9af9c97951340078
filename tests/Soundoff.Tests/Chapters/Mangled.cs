namespace Soundoff.Tests.Chapters;

/// <summary>Texts with random damage: the same ones in every run.</summary>
internal static class Mangled
{
    private const string Signs = "0123456789:.,->< \n\r\t[](){}\"\\&;#/vNOTEWEBVTT\u0000\uFEFF\uD83D\u00A0é東ש";

    public static IEnumerable<string> From(string text, int count)
    {
        var random = new Random(20260101);
        for (var i = 0; i < count; i++)
        {
            var signs = text.ToList();
            for (var damage = random.Next(1, 8); damage > 0; damage--)
            {
                var at = random.Next(signs.Count + 1);
                switch (random.Next(4))
                {
                    case 0 when at < signs.Count: signs[at] = Signs[random.Next(Signs.Length)]; break;
                    case 1: signs.Insert(at, Signs[random.Next(Signs.Length)]); break;
                    case 2 when at < signs.Count: signs.RemoveRange(at, Math.Min(random.Next(1, 12), signs.Count - at)); break;
                    default: signs.InsertRange(at, signs.Skip(random.Next(signs.Count + 1)).Take(random.Next(20)).ToList()); break;
                }
            }

            yield return new string([.. signs]);
        }
    }
}

namespace Soundoff.Fields;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>The known word within a third of its length of edits (Damerau-Levenshtein, optimal string alignment); null when none is near.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length > 80) return null;
        var wanted = word.ToLowerInvariant();
        return known
            .Select(k => (Word: k, Edits: Distance(wanted, k.ToLowerInvariant())))
            .Where(k => k.Edits <= Math.Max(1, Math.Min(k.Word.Length, wanted.Length) / 3))
            .OrderBy(k => k.Edits)
            .Select(k => k.Word)
            .FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) edits[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) edits[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(edits[i - 1, j] + 1, edits[i, j - 1] + 1), edits[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, edits[i - 2, j - 2] + 1);
                edits[i, j] = least;
            }
        }

        return edits[a.Length, b.Length];
    }
}

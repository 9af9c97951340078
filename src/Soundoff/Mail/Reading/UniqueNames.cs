using System.Globalization;

namespace Soundoff.Mail.Reading;

/// <summary>Gives every file of a message a name of its own: the second <c>image.png</c> becomes <c>image (2).png</c>.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string name)
    {
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
            unique = $"{Path.GetFileNameWithoutExtension(name)} ({i.ToString(CultureInfo.InvariantCulture)}){Path.GetExtension(name)}";
        return unique;
    }
}

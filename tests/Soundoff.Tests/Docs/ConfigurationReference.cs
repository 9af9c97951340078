using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Hosting;

namespace Soundoff.Tests.Docs;

/// <summary>Writes the reference of the settings from the options classes: names, types, usual values and documentation.</summary>
internal static partial class ConfigurationReference
{
    /// <summary>The sections in which the engine looks, as <see cref="SoundoffServices.AddSoundoff"/> binds them.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Sections { get; } =
        [("Storage", typeof(StorageOptions)), ("Site", typeof(SiteOptions)), ("Publishing", typeof(PublishingOptions)), ("Mail", typeof(MailOptions)), ("Smtp", typeof(SmtpOptions))];

    /// <summary>The settings of a section.</summary>
    public static IEnumerable<PropertyInfo> Settings(Type options) => options.GetProperties().Where(p => p.CanWrite);

    /// <summary>The options that a configuration gives, whatever is missing in them.</summary>
    public static object Read(Type options, params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value)).Build();
        using var services = new ServiceCollection().AddSoundoff(configuration).BuildServiceProvider();
        var made = Activator.CreateInstance(options)!;
        foreach (var configure in services.GetServices(typeof(IConfigureOptions<>).MakeGenericType(options))) configure!.GetType().GetMethod("Configure", [options])!.Invoke(configure, [made]);
        return made;
    }

    /// <summary>The tables.</summary>
    public static string Write()
    {
        var text = new StringBuilder();
        foreach (var (section, options) in Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {section}\n\n{Summary($"T:{options.FullName}")}\n\n| setting | type | when left out | says |\n|---|---|---|---|\n");
            var usual = Activator.CreateInstance(options)!;
            foreach (var setting in Settings(options))
                text.Append(CultureInfo.InvariantCulture, $"| `{section}__{setting.Name}` | {Kind(setting.PropertyType)} | {WhenLeftOut(section, setting, usual)} | {Summary($"P:{options.FullName}.{setting.Name}")} |\n");
            text.Append('\n');
        }

        return text.ToString();
    }

    // Without any settings the checks name all that must be set.
    private static readonly string Missing = string.Join(' ', Sections.Select(s => Failures(s.Options)));

    private static string Failures(Type options)
    {
        using var services = new ServiceCollection().AddSoundoff(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var failure = Record.Exception(() => typeof(IOptions<>).MakeGenericType(options).GetProperty("Value")!.GetValue(services.GetRequiredService(typeof(IOptions<>).MakeGenericType(options))));
        return failure?.InnerException?.Message ?? "";
    }

    private static string WhenLeftOut(string section, PropertyInfo setting, object usual)
    {
        var name = $"{section}:{setting.Name}";
        var sentence = Missing.Split(". ").FirstOrDefault(s => s.Contains(name + " ", StringComparison.Ordinal) || s.Contains(name + ",", StringComparison.Ordinal));
        // Either one, or one of several.
        if (sentence is not null) return sentence.Contains("one of them", StringComparison.Ordinal) || sentence.Contains(" and ", StringComparison.Ordinal) ? "**one of these is required**" : "**required**";
        return setting.GetValue(usual) is { } value ? $"`{string.Create(CultureInfo.InvariantCulture, $"{value}")}`" : "nothing";
    }

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name switch
    {
        "String" => "text",
        "Int32" => "whole number",
        "Boolean" => "`true` or `false`",
        "TimeSpan" => "time, `hh:mm:ss`",
        "Uri" => "address",
        var other => throw new NotSupportedException($"The reference has no word for settings of the type {other}: add one."),
    };

    private static string Summary(string member)
    {
        var summary = Documentation.Descendants("member").SingleOrDefault(m => m.Attribute("name")!.Value == member)?.Element("summary")
            ?? throw new InvalidOperationException($"{member} has no documentation: write its summary.");
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
            XElement element => $"`{element.Value}`",
            _ => "",
        }));
        return Space().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(typeof(SoundoffServices).Assembly.Location, ".xml"));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

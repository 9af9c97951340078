using Soundoff.Languages;

namespace Soundoff.Pages.Views;

/// <summary>A whole page: what <c>layout.liquid</c> is rendered from.</summary>
/// <param name="Content">The template of what stands in <c>main</c>.</param>
/// <param name="Page">What that template shows: one of the views beside this one.</param>
/// <param name="Head">The document's head.</param>
/// <param name="Show">The show around the page; null on pages of the whole site.</param>
/// <param name="Words">The words of the page's own.</param>
internal sealed record PageView(string Content, object Page, HeadView Head, ShowView? Show, Words Words);

/// <summary>HTML that is safe as it stands. Nothing else reaches a page without being encoded.</summary>
internal readonly record struct SafeHtml(string Value);

/// <summary>A link of a page.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Title">What is there.</param>
/// <param name="Language">The title's language where it is not the page's.</param>
internal sealed record LinkView(string Address, string Title, string? Language = null);

/// <summary>A picture.</summary>
internal sealed record ImageView(string Address, string Alt, int? Width, int? Height);

/// <summary>A date for machines and for people; the day and the month also by themselves, for lists.</summary>
internal sealed record DateView(string Iso, string Text, string Day, string Month);

/// <summary>A length of audio: ISO 8601, as a clock shows it, in whole minutes with their word, and in seconds.</summary>
internal sealed record LengthView(string Iso, string Clock, string Minutes, long Seconds);

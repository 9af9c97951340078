using System.Text;

namespace Soundoff.Mail.Templates;

/// <summary>Keeps what a template writes, and counts it before it does.</summary>
/// <param name="budget">Whose characters it takes.</param>
/// <param name="word">The tag that writes.</param>
internal sealed class BudgetWriter(TemplateBudget budget, string word) : StringWriter(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        budget.Take(1, word);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        budget.Take(value?.Length ?? 0, word);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        budget.Take(count, word);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        budget.Take(buffer.Length, word);
        base.Write(buffer);
    }

    public override void Write(StringBuilder? value)
    {
        budget.Take(value?.Length ?? 0, word);
        base.Write(value);
    }

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }
}

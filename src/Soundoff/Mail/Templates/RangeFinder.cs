using Fluid;
using Fluid.Ast;

namespace Soundoff.Mail.Templates;

/// <summary>Finds ranges in a template. They are made whole before the first step of a loop is counted: one of a milliard numbers takes all memory.</summary>
internal sealed class RangeFinder : AstVisitor
{
    private bool _found;

    public static bool IsIn(IFluidTemplate template)
    {
        var finder = new RangeFinder();
        finder.VisitTemplate(template);
        return finder._found;
    }

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression)
    {
        _found = true;
        return rangeExpression;
    }
}

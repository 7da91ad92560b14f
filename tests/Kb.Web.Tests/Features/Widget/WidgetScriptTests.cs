using System.Text.RegularExpressions;
using Kb.Web.Features.Widget;

namespace Kb.Web.Tests.Features.Widget;

public sealed class WidgetScriptTests
{
    private static readonly WidgetScript Script = WidgetScript.Load();

    [Fact]
    public void The_widget_costs_a_page_no_more_than_15_kilobytes() =>
        Assert.InRange(Script.Gzipped.Length, 1, WidgetScript.BudgetBytes);

    [Fact]
    public void One_file_carries_all_modules_and_imports_nothing()
    {
        Assert.DoesNotMatch(new Regex(@"^\s*(import|export)\b", RegexOptions.Multiline), Script.Text);
        Assert.Contains("customElements.define('kb-widget'", Script.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    [InlineData("new Function")]
    [InlineData("document.cookie")]
    [InlineData("location")]
    public void The_widget_does_not_use(string dangerous) =>
        Assert.DoesNotContain(dangerous, Script.Text, StringComparison.Ordinal);

    [Fact]
    public void No_address_is_written_into_the_widget() =>
        Assert.DoesNotMatch(new Regex(@"(https?|wss?)://\w"), Script.Text);

    [Fact]
    public void Joining_drops_imports_exports_indentation_comments_and_idle_spaces_only()
    {
        const string Module = """
            // About the module.
            import { x } from './x.js';

            /** Says it. */
            export function say() {
              /**
               * In several lines.
               */
              /* In a style sheet. */
              const how = (a, b) => a ? b : 'нет, увы';
              return '// not a comment'; // ms
            }
            export default say;
            """;

        var joined = WidgetScript.Join([Module]);

        Assert.EndsWith("""
            function say(){const how=(a,b)=>a?b:'нет, увы';return '// not a comment';}

            """.ReplaceLineEndings("\n"), joined, StringComparison.Ordinal);
        Assert.DoesNotContain("several", joined, StringComparison.Ordinal);
        Assert.DoesNotContain("style sheet", joined, StringComparison.Ordinal);
    }
}

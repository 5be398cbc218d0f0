using System.Reflection;
using System.Text.RegularExpressions;
using NewsBot.Storage;

namespace NewsBot.Tests.Security;

/// <summary>
/// Every regular expression of the service is run on texts that make a backtracking one slow, unless it cannot backtrack
/// (<see cref="RegexOptions.NonBacktracking"/>), has a match timeout, or is only ever given short texts, which <see cref="Caps"/> says.
/// </summary>
[CollectionDefinition(nameof(RegularExpressionTests), DisableParallelization = true)]
[Collection(nameof(RegularExpressionTests))]
public sealed class RegularExpressionTests
{
    /// <summary>Characters of the texts: an article's longest paragraph, a feed's longest field.</summary>
    private const int Uncapped = 20_000;

    /// <summary>Five times what is asked of any text, for a busy machine.</summary>
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(10);

    /// <summary>Expressions that are only given texts of at most so many characters, and what caps them.</summary>
    private static readonly Dictionary<string, int> Caps = new()
    {
        ["NewsBot.Articles.Extraction.BoilerplateText.Labels"] = 120,
    };

    /// <summary>What quantified parts of expressions tend to match, to be repeated; the ends make the whole fail late.</summary>
    private static readonly string[] Pieces = [" ", "\n", "a", "A", "1", ".", "-", "<", "/", "@", "(", ",", "a ", "A.", "1.", "a.a@", "A a ", "\n \n", "<a", "2026-11-", "a:b ", "é", "я ", "_", "by ", "\"", "\\", "about the "];

    public static TheoryData<string> Names => [.. Expressions().Select(expression => expression.Name)];

    [Fact]
    public void Every_expression_is_found() => Assert.True(Expressions().Count() > 50);

    [Fact]
    public void No_cap_is_left_of_an_expression_that_is_gone() => Assert.Empty(Caps.Keys.Except(Expressions().Select(expression => expression.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_keeps_an_expression_busy(string name)
    {
        var regex = Expressions().First(expression => expression.Name == name).Regex;
        if (regex.Options.HasFlag(RegexOptions.NonBacktracking) || regex.MatchTimeout != Regex.InfiniteMatchTimeout)
        {
            return;
        }

        var timed = new Regex(regex.ToString(), regex.Options | RegexOptions.Compiled, HangLimit);
        foreach (var piece in Pieces)
        {
            var length = Caps.GetValueOrDefault(name, Uncapped);
            var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
            Assert.InRange(timed.Count(text), 0, length + 1);
            Assert.InRange(timed.Count(text + "\u0001"), 0, length + 2);
        }
    }

    private static IEnumerable<(string Name, Regex Regex)> Expressions() =>
        from type in typeof(NewsDb).Assembly.GetTypes()
        where type.Namespace?.StartsWith("NewsBot", StringComparison.Ordinal) == true && !type.ContainsGenericParameters
        from member in type.GetMembers(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let regex = member switch
        {
            PropertyInfo property when property.PropertyType == typeof(Regex) => property.GetValue(null),
            FieldInfo { IsSpecialName: false } field when field.FieldType == typeof(Regex) && !field.Name.StartsWith('<') => field.GetValue(null),
            MethodInfo { IsSpecialName: false } method when method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0 => method.Invoke(null, null),
            _ => null,
        }
        where regex is not null
        select ($"{type.FullName}.{member.Name}", (Regex)regex);
}

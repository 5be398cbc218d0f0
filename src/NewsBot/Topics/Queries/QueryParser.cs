using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Queries;

/// <summary>
/// Builds the tree of a query; NOT binds closer than AND, and AND closer than OR, commas and new lines.
/// Parts without an operator between them are joined by AND. The depth is bounded by the length of a query.
/// </summary>
internal sealed class QueryParser(string text)
{
    private readonly IReadOnlyList<Lexeme> lexemes = QueryLexer.Read(text);
    private int next;
    private int terms;

    /// <summary>Why <see cref="Parse"/> returned null.</summary>
    public TopicParse.Failure? Failure { get; private set; }

    private Lexeme Ahead => lexemes[next];

    public TopicNode? Parse()
    {
        var root = ParseAny();
        if (root is null || Ahead.Kind == LexemeKind.End)
        {
            return root;
        }

        return Fail(Ahead.Kind == LexemeKind.Close ? QueryProblem.StrayBracket : QueryProblem.MissingTerm, Ahead.Start);
    }

    private TopicNode? ParseAny()
    {
        var parts = new List<TopicNode>();
        SkipSeparators();
        do
        {
            if (ParseAll() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (TakesAlternative());
        return TopicTree.Any(parts);
    }

    /// <summary>Passes over what parts two alternatives; a comma at the end parts nothing.</summary>
    private bool TakesAlternative()
    {
        var parted = SkipSeparators();
        if (Ahead.Kind == LexemeKind.Or)
        {
            next++;
            SkipSeparators();
            return true;
        }

        return parted && Ahead.Kind is not (LexemeKind.End or LexemeKind.Close);
    }

    private bool SkipSeparators()
    {
        var start = next;
        while (Ahead.Kind == LexemeKind.Separator)
        {
            next++;
        }

        return next > start;
    }

    private TopicNode? ParseAll()
    {
        var parts = new List<TopicNode>();
        do
        {
            next += parts.Count > 0 && Ahead.Kind == LexemeKind.And ? 1 : 0;
            if (ParseOne() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Ahead.Kind is LexemeKind.And or LexemeKind.Not or LexemeKind.Words or LexemeKind.Quoted or LexemeKind.OpenQuote or LexemeKind.Open);
        return TopicTree.All(parts);
    }

    private TopicNode? ParseOne()
    {
        var lexeme = Ahead;
        next += lexeme.Kind == LexemeKind.End ? 0 : 1;
        return lexeme.Kind switch
        {
            LexemeKind.Words or LexemeKind.Quoted => ParseTerm(lexeme),
            LexemeKind.Not => ParseOne() is { } part ? TopicTree.Negate(part) : null,
            LexemeKind.Open => ParseBrackets(lexeme),
            LexemeKind.OpenQuote => Fail(QueryProblem.OpenQuote, lexeme.Start - 1),
            LexemeKind.Close => Fail(QueryProblem.StrayBracket, lexeme.Start),
            _ => Fail(QueryProblem.MissingTerm, lexeme.Start),
        };
    }

    private TopicNode? ParseBrackets(Lexeme open)
    {
        var inner = ParseAny();
        if (inner is null || Ahead.Kind == LexemeKind.Close)
        {
            next++;
            return inner;
        }

        return Fail(QueryProblem.OpenBracket, open.Start);
    }

    private TopicNode? ParseTerm(Lexeme lexeme)
    {
        if (++terms > QueryLimits.Terms)
        {
            return Fail(QueryProblem.TooManyTerms, lexeme.Start);
        }

        var term = text.Substring(lexeme.Start, lexeme.Length);
        return TermReader.Read(term, lexeme.Kind == LexemeKind.Quoted) ?? Fail(QueryProblem.SaysNothing, lexeme.Start);
    }

    private TopicNode? Fail(QueryProblem problem, int position)
    {
        Failure ??= Refusals.Refuse(problem, position);
        return null;
    }
}

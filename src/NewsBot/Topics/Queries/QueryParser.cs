namespace NewsBot.Topics.Queries;

/// <summary>
/// Builds the tree of a query; NOT binds closer than AND, and AND closer than OR, commas and new lines.
/// Parts without an operator between them are joined by AND.
/// </summary>
/// <param name="text">Composed, see <see cref="Text.Tokenizer.Compose"/>.</param>
/// <param name="depth">Brackets within brackets that are allowed.</param>
internal sealed class QueryParser(string text, int depth)
{
    private readonly IReadOnlyList<Lexeme> lexemes = QueryLexer.Read(text);
    private int next;
    private int terms;
    private int open;

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

        return Ahead.Kind == LexemeKind.Close ? Fail(QueryProblem.StrayBracket, Ahead, "") : FailMissing();
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

    /// <summary>Skips what separates two alternatives; a trailing comma separates nothing.</summary>
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
        while (Ahead.Kind is LexemeKind.And or LexemeKind.Not or LexemeKind.Words or LexemeKind.Quoted
            or LexemeKind.OpenQuote or LexemeKind.Open or LexemeKind.Field);
        return TopicTree.All(parts);
    }

    private TopicNode? ParseOne()
    {
        var isNegated = false;
        while (Ahead.Kind == LexemeKind.Not)
        {
            isNegated = !isNegated;
            next++;
        }

        return ParseUnsigned() is not { } part ? null : isNegated ? TopicTree.Negate(part) : part;
    }

    private TopicNode? ParseUnsigned()
    {
        var lexeme = Ahead;
        switch (lexeme.Kind)
        {
            case LexemeKind.Words or LexemeKind.Quoted:
                next++;
                return ParseTerm(lexeme);
            case LexemeKind.Open:
                return ParseBrackets();
            case LexemeKind.Field:
                next++;
                return ParseField(QueryFields.Of(text.AsSpan(lexeme.Start, lexeme.Length), out _));
            case LexemeKind.OpenQuote:
                return Fail(QueryProblem.OpenQuote, lexeme with { Start = lexeme.Start - 1, Length = lexeme.Length + 1 }, $"{text[(lexeme.Start - 1)..]}\"");
            case LexemeKind.Close:
                return open > 0 ? FailMissing() : Fail(QueryProblem.StrayBracket, lexeme, "");
            default:
                return FailMissing();
        }
    }

    private TopicNode? ParseBrackets()
    {
        var bracket = Ahead;
        if (++open > depth)
        {
            return Fail(QueryProblem.TooDeep, bracket, edit: null);
        }

        next++;
        var inner = ParseAny();
        if (inner is null || Ahead.Kind == LexemeKind.Close)
        {
            next++;
            open--;
            return inner;
        }

        return Ahead.Kind == LexemeKind.End ? Fail(QueryProblem.OpenBracket, bracket, new QueryEdit(text.Length, 0, ")")) : FailMissing();
    }

    private TopicNode? ParseField(QueryField field)
    {
        if (field == QueryField.Title)
        {
            return Ahead.Kind is LexemeKind.Words or LexemeKind.Quoted or LexemeKind.OpenQuote or LexemeKind.Open
                ? ParseUnsigned() is { } part ? TopicTree.InTitle(part) : null
                : FailMissing();
        }

        var value = Ahead;
        if (value.Kind == LexemeKind.OpenQuote)
        {
            return ParseUnsigned();
        }

        if (value.Kind is not (LexemeKind.Words or LexemeKind.Quoted))
        {
            return FailMissing();
        }

        next++;
        return ++terms > QueryLimits.Terms
            ? Fail(QueryProblem.TooManyTerms, value, edit: null)
            : ParseFilter(field, value);
    }

    private TopicNode? ParseFilter(QueryField field, Lexeme value)
    {
        var typed = text.Substring(value.Start, value.Length);
        if (field == QueryField.Source)
        {
            return SourceName.Normalise(typed) is { Length: > 0 } name ? new TopicNode.Source(name) : Fail(QueryProblem.SaysNothing, value, edit: null);
        }

        return LanguageCodes.Find(typed) is { } code
            ? new TopicNode.Language(code)
            : Fail(QueryProblem.UnknownLanguage, value, LanguageCodes.Guess(typed) is { } guess ? new QueryEdit(value.Start, value.Length, guess) : null);
    }

    private TopicNode? ParseTerm(Lexeme lexeme)
    {
        if (++terms > QueryLimits.Terms)
        {
            return Fail(QueryProblem.TooManyTerms, lexeme, edit: null);
        }

        var reader = new TermReader(text.Substring(lexeme.Start, lexeme.Length), lexeme.Kind == LexemeKind.Quoted);
        if (reader.Read() is { } term)
        {
            return term;
        }

        var (problem, start, length, replacement) = reader.Failure;
        var place = new Lexeme(lexeme.Kind, lexeme.Start + start, length);
        return Fail(problem, place, replacement is null ? null : new QueryEdit(place.Start, length, replacement));
    }

    /// <summary>A part is missing here; the operator before it can go, or else what stands here.</summary>
    private TopicNode? FailMissing()
    {
        var last = next > 0 ? lexemes[next - 1] : default;
        var superfluous = last.Wants || (last.Kind == LexemeKind.Open && Ahead.Kind != LexemeKind.Close) ? last : Ahead;
        if (last.Kind == LexemeKind.Open && Ahead.Kind == LexemeKind.Close)
        {
            superfluous = new Lexeme(LexemeKind.Open, last.Start, Ahead.End - last.Start);
        }

        return Fail(QueryProblem.MissingTerm, Ahead with { Length = 0 }, superfluous.Length == 0 ? null : new QueryEdit(superfluous.Start, superfluous.Length, " "));
    }

    private TopicNode? Fail(QueryProblem problem, Lexeme place, string replacement) =>
        Fail(problem, place, new QueryEdit(place.Start, place.Length, replacement));

    private TopicNode? Fail(QueryProblem problem, Lexeme place, QueryEdit? edit)
    {
        Failure ??= new TopicParse.Failure(problem, text, place.Start, place.Length) { Edit = edit };
        return null;
    }
}

namespace NewsBot.Topics.Queries;

/// <summary>
/// Splits a typed query into words and operators. Operators are words in capitals or signs at the edge of a word,
/// so that "war and peace", "AT&amp;T" and "Suk-yeol" stay phrases.
/// </summary>
internal sealed class QueryLexer(string text)
{
    private const string Quotes = "\"“”„«»＂「」";
    private const string Separators = ",;\n，；、،؛";
    private const string Delimiters = "()（）|" + Separators + Quotes;

    private int next;

    /// <summary>A publisher or a language is one word: "lang:de wheat" is not about German wheat.</summary>
    private bool takesOneWord;

    /// <returns>At least one lexeme; the last is <see cref="LexemeKind.End"/>.</returns>
    public static IReadOnlyList<Lexeme> Read(string text)
    {
        var lexer = new QueryLexer(text);
        var lexemes = new List<Lexeme>();
        do
        {
            lexemes.Add(lexer.Next());
        }
        while (lexemes[^1].Kind != LexemeKind.End);
        return QueryOperators.Settle(lexemes, text);
    }

    private Lexeme Next()
    {
        while (next < text.Length && text[next] != '\n' && (char.IsWhiteSpace(text[next]) || IsLooseDash(next)))
        {
            next++;
        }

        if (next == text.Length)
        {
            return new Lexeme(LexemeKind.End, next, 0);
        }

        var sign = SignAt(next, out var length);
        if (sign is { } kind)
        {
            var start = next;
            next += length;
            takesOneWord = kind == LexemeKind.Field && QueryFields.Of(text.AsSpan(start, length), out _) != QueryField.Title;
            return new Lexeme(kind, start, length);
        }

        var read = Quotes.Contains(text[next]) ? Quoted() : Words();
        takesOneWord = false;
        return read;
    }

    private Lexeme Quoted()
    {
        var start = next + 1;
        var end = start;
        while (end < text.Length && !Quotes.Contains(text[end]))
        {
            end++;
        }

        next = Math.Min(end + 1, text.Length);
        return new Lexeme(end < text.Length ? LexemeKind.Quoted : LexemeKind.OpenQuote, start, end - start);
    }

    private Lexeme Words()
    {
        var start = next;
        var end = next;
        while (next < text.Length && !Delimiters.Contains(text[next]) && (next == start || SignAt(next, out _) is null))
        {
            next += Math.Max(1, RunAt(next).Length);
            end = char.IsWhiteSpace(text[next - 1]) ? end : next;
            if (takesOneWord)
            {
                break;
            }
        }

        return new Lexeme(LexemeKind.Words, start, end - start);
    }

    /// <summary>The operator that begins here, at the start of a run; null for words and quotes.</summary>
    private LexemeKind? SignAt(int index, out int length)
    {
        length = 1;
        if (Separators.Contains(text[index]))
        {
            return LexemeKind.Separator;
        }

        switch (text[index])
        {
            case '(' or '（':
                return LexemeKind.Open;
            case ')' or '）':
                return LexemeKind.Close;
            case '|':
                length = index + 1 < text.Length && text[index + 1] == '|' ? 2 : 1;
                return LexemeKind.Or;
            case '-' or '−' or '!' when Negates(index):
                return LexemeKind.Not;
            default:
                return RunSignAt(index, out length);
        }
    }

    private LexemeKind? RunSignAt(int index, out int length)
    {
        var run = RunAt(index);
        if (QueryFields.Of(run, out length) != QueryField.None)
        {
            return LexemeKind.Field;
        }

        length = run.Length;
        return run switch
        {
            "AND" or "&" or "&&" => LexemeKind.And,
            "OR" => LexemeKind.Or,
            "NOT" => LexemeKind.Not,
            _ => null,
        };
    }

    /// <summary>A sign before a word, a quote or a bracket negates it; one that stands alone is a dash.</summary>
    private bool Negates(int index) =>
        RunAt(index).Length > 1 || (index + 1 < text.Length && (text[index + 1] is '(' or '（' || Quotes.Contains(text[index + 1])));

    private bool IsLooseDash(int index) => RunAt(index) is "-" or "–" or "—" or "•" && !Negates(index);

    /// <summary>Everything up to the next space or delimiter; empty at one.</summary>
    private ReadOnlySpan<char> RunAt(int index)
    {
        var end = index;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !Delimiters.Contains(text[end]))
        {
            end++;
        }

        return text.AsSpan(index, end - index);
    }
}

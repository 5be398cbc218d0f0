namespace NewsBot.Topics.Queries;

/// <summary>
/// Parts a typed query into words and operators. Operators are words in capitals or signs at the edge of a word,
/// so that "war and peace", "AT&amp;T" and "Suk-yeol" stay phrases.
/// </summary>
internal sealed class QueryLexer(string text)
{
    private const string Quotes = "\"“”„«»＂";
    private const string Delimiters = "(),|\n" + Quotes;

    private int next;

    public static IReadOnlyList<Lexeme> Read(string text)
    {
        var lexer = new QueryLexer(text);
        var lexemes = new List<Lexeme>();
        do
        {
            lexemes.Add(lexer.Next());
        }
        while (lexemes[^1].Kind != LexemeKind.End);
        return lexemes;
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

        var start = next;
        var sign = SignAt(start);
        if (sign is not null)
        {
            next += text[start] is '-' or '!' || Delimiters.Contains(text[start]) ? 1 : RunAt(start).Length;
            return new Lexeme(sign.Value, start, next - start);
        }

        return Quotes.Contains(text[start]) ? Quoted() : Words();
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
        while (next < text.Length && !Delimiters.Contains(text[next]) && SignAt(next) is null)
        {
            next += Math.Max(1, RunAt(next).Length);
            end = char.IsWhiteSpace(text[next - 1]) ? end : next;
        }

        return new Lexeme(LexemeKind.Words, start, end - start);
    }

    /// <summary>The operator that begins here, at the start of a run; null for words and quotes.</summary>
    private LexemeKind? SignAt(int index) => text[index] switch
    {
        '(' => LexemeKind.Open,
        ')' => LexemeKind.Close,
        '|' => LexemeKind.Or,
        ',' or '\n' => LexemeKind.Separator,
        '-' or '!' when Negates(index) => LexemeKind.Not,
        _ => RunAt(index) switch
        {
            "AND" or "&" or "&&" => LexemeKind.And,
            "OR" => LexemeKind.Or,
            "NOT" => LexemeKind.Not,
            _ => null,
        },
    };

    /// <summary>A sign before a word, a quote or a bracket negates it; one that stands alone is a dash.</summary>
    private bool Negates(int index) =>
        RunAt(index).Length > 1 || (index + 1 < text.Length && (text[index + 1] == '(' || Quotes.Contains(text[index + 1])));

    private bool IsLooseDash(int index) => RunAt(index) is "-" or "–" or "—" && !Negates(index);

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

namespace NewsBot.Topics.Queries;

/// <summary>Resolves what depends on context: operators in lower case or in another language, and new lines that separate nothing.</summary>
internal static class QueryOperators
{
    public static IReadOnlyList<Lexeme> Settle(IReadOnlyList<Lexeme> lexemes, string text)
    {
        var settled = new List<Lexeme>();
        for (var index = 0; index < lexemes.Count; index++)
        {
            var lexeme = lexemes[index];
            if (lexeme.Kind == LexemeKind.Words)
            {
                settled.AddRange(Split(lexemes, index, text));
            }
            else if (!IsNewLine(lexeme, text) || Parts(settled, lexemes[index + 1], text))
            {
                settled.Add(lexeme);
            }
        }

        return settled;
    }

    /// <summary>Whether a word in capitals is an operator where it stands between two parts.</summary>
    public static bool IsOperator(string word) => KindOf(word, LexemeKind.Words, LexemeKind.Words) != LexemeKind.Words;

    /// <summary>A query may go on in the next line after an operator, and before one; repeated new lines count once.</summary>
    private static bool Parts(List<Lexeme> before, Lexeme after, string text) =>
        before.Count > 0 && !before[^1].Wants && !IsNewLine(before[^1], text) && after.Kind is not (LexemeKind.And or LexemeKind.Or) && !IsNewLine(after, text);

    private static bool IsNewLine(Lexeme lexeme, string text) => lexeme.Kind == LexemeKind.Separator && text[lexeme.Start] == '\n';

    /// <summary>Splits words at the operators among them.</summary>
    private static List<Lexeme> Split(IReadOnlyList<Lexeme> lexemes, int index, string text)
    {
        var all = lexemes[index];
        var before = index > 0 ? lexemes[index - 1].Kind : LexemeKind.Separator;
        var after = lexemes[index + 1].Kind;
        var words = WordsOf(all, text);
        var areOperators = before is LexemeKind.Quoted or LexemeKind.Close && after is LexemeKind.Quoted or LexemeKind.Open
            && words.TrueForAll(word => text.AsSpan(word.Start, word.Length) is "and" or "or" or "not");
        var parts = new List<Lexeme>(1);
        for (var word = 0; word < words.Count; word++)
        {
            var written = text.AsSpan(words[word].Start, words[word].Length);
            var kind = before == LexemeKind.Field
                ? LexemeKind.Words
                : KindOf(areOperators ? written.ToString().ToUpperInvariant() : written, word == 0 ? before : LexemeKind.Words, word == words.Count - 1 ? after : LexemeKind.Words);
            if (kind == LexemeKind.Words && parts is [.., { Kind: LexemeKind.Words } last])
            {
                parts[^1] = last with { Length = words[word].End - last.Start };
            }
            else
            {
                parts.Add(words[word] with { Kind = kind });
            }
        }

        return parts;
    }

    private static List<Lexeme> WordsOf(Lexeme all, string text)
    {
        var words = new List<Lexeme>();
        for (var start = all.Start; start < all.End;)
        {
            var end = start;
            while (end < all.End && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            words.Add(new Lexeme(LexemeKind.Words, start, end - start));
            start = end;
            while (start < all.End && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        return words;
    }

    /// <summary>
    /// Words in capitals are operators only between two parts: "Generation Y" and "ET" are none. In lower case they are operators
    /// only between quotes and brackets: "war and peace" is a phrase.
    /// </summary>
    private static LexemeKind KindOf(ReadOnlySpan<char> word, LexemeKind before, LexemeKind after)
    {
        var startsPart = after is LexemeKind.Words or LexemeKind.Quoted or LexemeKind.OpenQuote or LexemeKind.Open or LexemeKind.Not or LexemeKind.Field;
        var endsPart = before is LexemeKind.Words or LexemeKind.Quoted or LexemeKind.Close;
        return word switch
        {
            "AND" => LexemeKind.And,
            "OR" => LexemeKind.Or,
            "NOT" => LexemeKind.Not,
            "І" or "И" or "ТА" or "UND" or "Y" or "ET" when startsPart && endsPart => LexemeKind.And,
            "АБО" or "ИЛИ" or "ODER" or "O" or "OU" when startsPart && endsPart => LexemeKind.Or,
            "НЕ" or "NICHT" or "NO" or "SAUF" when startsPart && (endsPart || before is LexemeKind.And or LexemeKind.Or) => LexemeKind.Not,
            _ => LexemeKind.Words,
        };
    }
}

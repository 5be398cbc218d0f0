using System.Runtime.InteropServices;
using NewsBot.Stories.Words;
using NewsBot.Text;

namespace NewsBot.Stories.Vectors;

/// <summary>Turns articles into vectors of their stems (tf-idf). Not thread-safe.</summary>
internal sealed class ArticleVectorizer
{
    /// <summary>UTF-16 units of the text that count as its opening.</summary>
    private const int OpeningLength = 500;

    /// <summary>UTF-16 units of the text that are read. Below stands background, which unrelated articles share.</summary>
    private const int MaxLength = 4_000;

    /// <summary>Terms kept, the heaviest first; few articles have more.</summary>
    private const int MaxTerms = 400;

    private const int TitleCount = 2;
    private const int MinLength = 3;

    private readonly LanguageStemmers stems = new();
    private readonly Tokenizer tokenizer = new();
    private readonly Dictionary<uint, CountedTerm> counted = [];
    private readonly HashSet<uint> names = [];
    private string? language;

    /// <param name="title">The headline.</param>
    /// <param name="text">The body.</param>
    /// <param name="articleLanguage">Two letters, or null.</param>
    /// <param name="publisher">Who published it, or null.</param>
    /// <param name="at">When.</param>
    public ArticleVector Read(string title, string text, string? articleLanguage, string? publisher, DateTimeOffset at)
    {
        counted.Clear();
        names.Clear();
        language = articleLanguage;
        var (bodyChanges, bodyDays) = CountBody(Tokenizer.Compose(text.Length <= MaxLength ? text : text[..MaxLength]));
        var (titleChanges, titleDays) = CountTitle(Tokenizer.Compose(title));
        return new ArticleVector(
            Weigh(), GroupOf(language), publisher, at, bodyChanges | titleChanges, titleChanges, bodyDays | titleDays);
    }

    private static LanguageGroup GroupOf(string? language) =>
        language is "ru" or "uk" or "be" or "bg" or "sr" or "mk" or "kk" ? LanguageGroup.Cyrillic : LanguageGroup.Latin;

    private (uint Changes, ulong Days) CountBody(string text)
    {
        var tokens = Tokenize(text);
        var (changes, opening, previous) = (0u, 0, int.MinValue);
        foreach (var token in tokens)
        {
            changes |= StateChangeWords.Of(token.Term);
            var isOpening = token.Start < OpeningLength;
            opening += isOpening ? 1 : 0;
            var isName = IsCapitalized(token) && token.Position == previous + 1 && language != "de";
            previous = token.Position;
            if (KeyOf(token) is { } key)
            {
                Add(key, token, 1, (isOpening ? TermRole.Opening : TermRole.None) | (isName ? TermRole.Name : TermRole.None));
                if (isName)
                {
                    names.Add(key);
                }
            }
        }

        return (changes, NamedDays.Of(tokens[..opening]));
    }

    private (uint Changes, ulong Days) CountTitle(string title)
    {
        var tokens = Tokenize(title);
        var capitalsTellNothing = language == "de" || IsInTitleCase(tokens);
        var (changes, previous) = (0u, int.MinValue);
        foreach (var token in tokens)
        {
            changes |= StateChangeWords.Of(token.Term);
            var isWithinSentence = !capitalsTellNothing && token.Position == previous + 1;
            previous = token.Position;
            if (KeyOf(token) is { } key)
            {
                var isName = IsCapitalized(token) && (names.Contains(key) || isWithinSentence);
                Add(key, token, TitleCount, TermRole.Title | TermRole.Opening | (isName ? TermRole.Name : TermRole.None));
            }
        }

        return (changes, NamedDays.Of(tokens));
    }

    private Span<Token> Tokenize(string text)
    {
        tokenizer.Clear();
        tokenizer.Append(text);
        return CollectionsMarshal.AsSpan(tokenizer.Tokens);
    }

    /// <summary>Many write headlines In Capitals: a name in one is known from the text alone.</summary>
    private static bool IsInTitleCase(ReadOnlySpan<Token> title)
    {
        var (longer, lower) = (0, 0);
        for (var index = 1; index < title.Length; index++)
        {
            var isLong = title[index].Term.Plain.Length > MinLength && !char.IsDigit(title[index].Term.Plain, 0);
            longer += isLong ? 1 : 0;
            lower += isLong && title[index].Shape == TokenShape.Lower ? 1 : 0;
        }

        return lower * 2 < longer;
    }

    private static bool IsCapitalized(Token token) => token.Shape is TokenShape.Capitalised or TokenShape.Upper;

    /// <summary>Null for a word that tells nothing.</summary>
    private uint? KeyOf(Token token)
    {
        var word = token.Term.Plain;
        if (IsNumber(token))
        {
            return TermKey.Of(language, NumberWords.Digits(token.Term.Word, language) ?? stems.Of(token.Term, language));
        }

        var isShort = word.Length < 2 || (word.Length < MinLength && token.Shape == TokenShape.Lower);
        return isShort || StopWords.Contains(token.Term.Word) ? null : TermKey.Of(language, stems.Of(token.Term, language));
    }

    private bool IsNumber(Token token) =>
        token.Term.Plain is [var first, ..] && (char.IsDigit(first) || NumberWords.Digits(token.Term.Word, language) is not null);

    private void Add(uint key, Token token, int count, TermRole role)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(counted, key, out _);
        term = new CountedTerm(term.Count + count, term.Role | role | (IsNumber(token) ? TermRole.Number : TermRole.None), token.Term.Plain.Length);
    }

    private WeightedTerm[] Weigh()
    {
        var weighed = counted
            .Select(term => (term.Key, term.Value.Role, Idf: DocumentFrequencies.Idf(term.Key, language, term.Value.Length), term.Value.Count))
            .Select(term => (term.Key, term.Role, term.Idf, Weight: term.Idf * (1 + Math.Log(term.Count))))
            .ToList();
        var length = Math.Max(1e-6, Math.Sqrt(weighed.Sum(term => term.Weight * term.Weight)));
        return
        [
            .. weighed
                .OrderByDescending(term => term.Role & TermRole.Opening)
                .ThenByDescending(term => term.Weight)
                .Take(MaxTerms)
                .OrderBy(term => term.Key)
                .Select(term => new WeightedTerm(term.Key, (Half)(term.Weight / length), (Half)term.Idf, term.Role)),
        ];
    }

    private readonly record struct CountedTerm(int Count, TermRole Role, int Length);
}

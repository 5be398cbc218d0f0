using NewsBot.Text;

namespace NewsBot.Stories;

/// <summary>Counts the words of an article by their stems, the headline's and the opening's for more than the rest.</summary>
internal sealed class StoryWords
{
    private const int TitleWorth = 3;
    private const int LeadWorth = 2;

    /// <summary>UTF-16 units of text that count as the opening.</summary>
    private const int LeadLength = 350;

    /// <summary>Background stands below, and two long texts share much of it by chance.</summary>
    private const int MaxText = 2_000;

    private const int ShortestWord = 3;

    private readonly LanguageStemmers stems = new();
    private readonly Tokenizer tokenizer = new();
    private readonly Dictionary<uint, CountedWord> words = [];

    /// <summary>The changes of state that the last headline told of, as bits.</summary>
    public uint TitleChanges { get; private set; }

    /// <summary>Those of the last article as a whole.</summary>
    public uint Changes { get; private set; }

    /// <summary>German writes every noun as others write names.</summary>
    public bool NounsAreNames { get; private set; }

    /// <summary>The days that its headline and opening name: see <see cref="NamedDays"/>.</summary>
    public ulong Days { get; private set; }

    /// <summary>The words by their keys; valid until the next call.</summary>
    public IReadOnlyDictionary<uint, CountedWord> Read(string title, string text, string? language)
    {
        words.Clear();
        (TitleChanges, Changes, Days, NounsAreNames) = (0, 0, 0, language == "de");
        Count(Tokenizer.Compose(title), language, isTitle: true);
        Count(Tokenizer.Compose(text.Length <= MaxText ? text : text[..MaxText]), language, isTitle: false);
        return words;
    }

    private void Count(string text, string? language, bool isTitle)
    {
        tokenizer.Clear();
        tokenizer.Append(text);
        Days |= NamedDays.Of(tokenizer.Tokens, tokenizer.Tokens.TakeWhile(token => isTitle || token.Start < LeadLength).Count());
        var (last, capitalsTellNothing) = (int.MinValue, isTitle && (NounsAreNames || IsInCapitals(tokenizer.Tokens)));
        foreach (var token in tokenizer.Tokens)
        {
            var isFirst = capitalsTellNothing || token.Position != last + 1;
            last = token.Position;
            Changes |= StateChangeWords.Of(token.Term);
            TitleChanges = isTitle ? Changes : TitleChanges;
            if (RoleOf(token, isFirst, language) is { } role)
            {
                var isLead = isTitle || token.Start < LeadLength;
                role |= (isTitle ? TermRole.Title : TermRole.None) | (isLead ? TermRole.Lead : TermRole.None);
                Add(token, language, role, isTitle ? TitleWorth : isLead ? LeadWorth : 1);
            }
        }
    }

    /// <summary>Many write headlines In Capitals: what is a name in one is known from the text alone.</summary>
    private static bool IsInCapitals(List<Token> title)
    {
        var longer = title.Skip(1).Where(token => token.Term.Plain.Length > ShortestWord && !char.IsDigit(token.Term.Plain, 0)).ToList();
        return longer.Count(token => token.Shape == TokenShape.Lower) * 2 < longer.Count;
    }

    private void Add(Token token, string? language, TermRole role, int worth)
    {
        var stem = NumberWords.Digits(token.Term.Word, language) ?? stems.Of(token.Term, language);
        var key = (uint)(WordHash.Join(WordHash.Of(language ?? ""), WordHash.Of(stem)) >> 32);
        var known = words.GetValueOrDefault(key);
        words[key] = new CountedWord(known.Count + worth, known.Role | role, token.Term.Plain.Length);
    }

    /// <summary>Null for a word that tells nothing.</summary>
    private static TermRole? RoleOf(Token token, bool isFirst, string? language)
    {
        var word = token.Term.Plain;
        if (char.IsDigit(word, 0) || NumberWords.Digits(token.Term.Word, language) is not null)
        {
            return TermRole.Number;
        }

        var isName = token.Shape is TokenShape.Capitalised or TokenShape.Upper;
        if (StopWords.Contains(token.Term.Word) || word.Length < 2 || (word.Length < ShortestWord && token.Shape == TokenShape.Lower))
        {
            return null;
        }

        return isName && !isFirst ? TermRole.Name : TermRole.None;
    }
}

/// <summary>A word of an article, counted.</summary>
/// <param name="Count">Occurrences, those in the headline and the opening for more.</param>
/// <param name="Role">Where and how it stands.</param>
/// <param name="Length">Letters, as it is written first.</param>
internal readonly record struct CountedWord(int Count, TermRole Role, int Length);

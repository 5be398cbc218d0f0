using System.Text;
using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>Reads one term of a query: a phrase, or a name that the catalogue knows.</summary>
/// <param name="typed">The words, composed.</param>
/// <param name="quoted">Whether they stood in quotes, which take them as they are.</param>
internal sealed class TermReader(string typed, bool quoted)
{
    /// <summary>Texts that fold into a text of other words, such as letters beyond the common ones, settle in two rounds.</summary>
    private const int MaxRounds = 4;

    private readonly IReadOnlyList<Token> tokens = Tokenizer.Tokenize(typed);

    /// <summary>Why <see cref="Read"/> returned null: the place counts in the typed text; a null replacement means that there is no fix.</summary>
    public (QueryProblem Problem, int Start, int Length, string? Replacement) Failure { get; private set; } =
        (QueryProblem.SaysNothing, 0, typed.Length, "");

    public TopicNode? Read() => Read(MaxRounds);

    private TopicNode? Read(int rounds)
    {
        if (!quoted && !typed.Contains('=', StringComparison.Ordinal) && FindConcept() is { } concept)
        {
            return new TopicNode.Known(concept);
        }

        if (FindStar() is { } star)
        {
            Failure = (QueryProblem.StrayStar, star, 1, " ");
            return null;
        }

        if (IsInParts && typed.Contains('.', StringComparison.Ordinal))
        {
            return new TermReader(JoinedWords.Join(typed), quoted: false).Read(rounds);
        }

        var phrase = new Phrase([.. tokens.Select((_, index) => WordAt(index))]);
        var read = Says(phrase) ? Settled(phrase, rounds) : null;
        return IsInParts && read is not null ? WithJoined(read, rounds) : read;
    }

    /// <summary>Whether all of it is one word written in parts: "plug-in", "cli.gs".</summary>
    private bool IsInParts => !quoted && tokens.Count > 1
        && tokens[0].Start == 0
        && tokens[^1].End == typed.Length
        && JoinedWords.PartsAt(typed, [.. tokens], 0) == tokens.Count;

    /// <summary>"plug-in" may also be written "plug in" and "plugin".</summary>
    private TopicNode WithJoined(TopicNode parts, int rounds) =>
        new TermReader(JoinedWords.Join(typed), quoted: false).Read(rounds) is { } joined ? TopicTree.Any([parts, joined]) : parts;

    /// <summary>The term whose written form reads back as itself.</summary>
    private TopicNode? Settled(Phrase phrase, int rounds)
    {
        var written = PhraseText.Of(typed, tokens, phrase, out var isQuoted);
        var text = isQuoted ? $"\"{written}\"" : written;
        if (text == typed || (quoted && isQuoted && written == typed))
        {
            return new TopicNode.Words(phrase, text);
        }

        return rounds == 0 ? null : new TermReader(written, isQuoted).Read(rounds - 1);
    }

    private Concept? FindConcept() => typed.Contains('*', StringComparison.Ordinal) ? null : TopicCatalogue.Find(tokens);

    private QueryWord WordAt(int index)
    {
        var token = tokens[index];
        var exact = token.Term.Word == token.Term.Plain ? WordForm.Plain : WordForm.Word;
        if (token.Start > 0 && typed[token.Start - 1] == '=' && (token.Start == 1 || char.IsWhiteSpace(typed[token.Start - 2])))
        {
            return new QueryWord(token.Term, IsBeginning(token) ? WordForm.Beginning : exact, RuleOf(token.Shape));
        }

        var rule = CapitalRules.RuleFor(tokens, index);
        rule = quoted && rule == CaseRule.Capitalised ? CaseRule.Any : rule;
        return IsBeginning(token)
            ? new QueryWord(token.Term, WordForm.Beginning, CaseRule.Any)
            : new QueryWord(token.Term, quoted || rule != CaseRule.Any ? exact : WordForm.Stem, rule);
    }

    private static CaseRule RuleOf(TokenShape shape) => shape switch
    {
        TokenShape.Upper => CaseRule.Upper,
        TokenShape.Capitalised => CaseRule.Capitalised,
        TokenShape.Lower => CaseRule.Lower,
        _ => CaseRule.Any,
    };

    /// <summary>In scripts without spaces any part of a text is found anyway.</summary>
    private bool IsBeginning(Token token) =>
        !quoted && token.End < typed.Length && typed[token.End] == '*' && Scripts.Of(Rune.GetRuneAt(typed, token.Start)) == Script.Spaced;

    /// <summary>Index of a star that is not at the end of a word.</summary>
    private int? FindStar()
    {
        for (var index = typed.IndexOf('*', StringComparison.Ordinal); !quoted && index >= 0; index = typed.IndexOf('*', index + 1))
        {
            var endsWord = index > 0 && char.IsLetterOrDigit(typed[index - 1]) && (index + 1 == typed.Length || char.IsWhiteSpace(typed[index + 1]));
            if (!endsWord)
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Whether at least one word is more than a small word or a letter.</summary>
    private bool Says(Phrase phrase)
    {
        // Two small words in quotes are a name: "The Who".
        var smallWordsCount = quoted && tokens.Count > 1;
        for (var index = 0; index < tokens.Count; index++)
        {
            var (token, word) = (tokens[index], phrase.Words[index]);
            var isSmall = StopWords.Contains(word.Term.Word) && !smallWordsCount && word.Case != CaseRule.Upper;
            if (token.Length > 1 && !isSmall && (word.Form != WordForm.Beginning || token.Length >= QueryLimits.Beginning))
            {
                return true;
            }
        }

        Failure = phrase.Words.Any(word => word.Form == WordForm.Beginning)
            ? (QueryProblem.ShortBeginning, 0, typed.Length, typed.Replace("*", "", StringComparison.Ordinal))
            : (QueryProblem.SaysNothing, 0, typed.Length, MeantAcronym() ?? "");
        return false;
    }

    /// <summary>"it" may be meant as IT.</summary>
    private string? MeantAcronym() => tokens is [{ Length: 2 } only] && !quoted && only.Shape != TokenShape.Caseless
        ? $"={typed.Substring(only.Start, only.Length).ToUpperInvariant()}"
        : null;
}

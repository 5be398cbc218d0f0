using NewsBot.Text;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>By which hashes the words of an article lead to the parts of a query.</summary>
/// <param name="frequencies">A phrase is found by its rarest words.</param>
/// <param name="prefixes">Learns which prefixes are asked for.</param>
internal sealed class LiteralKeys(TermFrequencies frequencies, PrefixTable prefixes)
{
    /// <summary>Keeps a name apart from words that are written alike.</summary>
    private const ulong NameSalt = 1;

    /// <summary>A phrase of at most two plain words is what its key says: nothing is left to be verified.</summary>
    private const int MaxProvableWords = 2;

    /// <summary>How often two words stand side by side, compared to the rarer of them.</summary>
    private const double PairShare = 0.1;

    /// <summary>A prefix is as frequent as many words together.</summary>
    private const double PrefixFrequency = 1_000;

    public static ulong OfPair(ulong first, ulong second) => WordHash.Join(first, second);

    /// <summary>Whether the part asks for no words: it is tested on every article.</summary>
    public static bool IsFilter(TopicNode leaf) => leaf is TopicNode.Source or TopicNode.Language;

    /// <summary>Whether the part is a word or a pair of words in any inflection and case, so that its key says all.</summary>
    public static bool IsPlainText(TopicNode leaf) => leaf is TopicNode.Words { Phrase: var phrase } && IsPlain(phrase) && phrase.FirstStem == 0;

    /// <summary>The key under which equal parts of all queries are one literal.</summary>
    public ulong Identity(TopicNode leaf) => leaf is TopicNode.Words words && IsPlain(words.Phrase)
        ? KeyOf(words.Phrase).Key
        : WordHash.Join(NameSalt, WordHash.Of($"{leaf.GetType().Name} {leaf.Canonical}"));

    /// <summary>The keys that an article holds when it may hold the part, other than the identity.</summary>
    public IEnumerable<LiteralKey> Aliases(TopicNode leaf) => leaf switch
    {
        TopicNode.Words words when IsPlain(words.Phrase) => [],
        TopicNode.Title title => KeysOf(title.Part).Select(key => key with { IsProof = false }).Distinct(),
        _ => KeysOf(leaf).Distinct(),
    };

    /// <summary>In how many articles the part stands, compared to others.</summary>
    public double Frequency(TopicNode leaf) => leaf switch
    {
        TopicNode.Words words => KeyOf(words.Phrase).Frequency,
        TopicNode.Title title => Frequency(title.Part),
        _ => IsFilter(leaf) ? double.PositiveInfinity : KeysOf(leaf).Sum(key => key.Frequency),
    };

    private IEnumerable<LiteralKey> KeysOf(TopicNode leaf) => leaf switch
    {
        TopicNode.Words { Phrase: var phrase } => [KeyOf(phrase)],
        TopicNode.Known { Concept: var concept } => concept.Names.Select(name =>
            KeyOf(name) with { IsProof = IsPlain(name) && !concept.NeedsContext }),
        _ => [],
    };

    private static bool IsPlain(Phrase phrase)
    {
        var words = phrase.Words;
        if (words.Count > MaxProvableWords || phrase.EmptyIn is not null || phrase.IsUnspaced)
        {
            return false;
        }

        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].Case != CaseRule.Any || (words[index].Form != WordForm.Stem && (words[index].Form != WordForm.Beginning || words.Count > 1)))
            {
                return false;
            }
        }

        return true;
    }

    private LiteralKey KeyOf(Phrase phrase)
    {
        var words = phrase.Words;
        if (phrase.FirstStem < 0)
        {
            return KeyOfPrefix(words.MaxBy(word => word.Term.Plain.Length)!.Term.Plain);
        }

        var alone = words[phrase.FirstStem].Term.StemHash;
        var rarest = new LiteralKey(alone, frequencies.Of(alone), IsProof: false);
        var isPair = false;
        for (var index = 1; index < words.Count; index++)
        {
            if (words[index - 1].Form == WordForm.Beginning || words[index].Form == WordForm.Beginning)
            {
                continue;
            }

            var (first, second) = (words[index - 1].Term.StemHash, words[index].Term.StemHash);
            var frequency = Math.Min(frequencies.Of(first), frequencies.Of(second)) * PairShare;
            if (!isPair || frequency < rarest.Frequency)
            {
                rarest = new LiteralKey(OfPair(first, second), frequency, IsProof: false);
                isPair = true;
            }
        }

        return rarest;
    }

    private LiteralKey KeyOfPrefix(string prefix)
    {
        prefixes.Add(prefix);
        return new LiteralKey(PrefixTable.KeyOf(prefix), PrefixFrequency, IsProof: false);
    }
}

/// <param name="Key">What an article holds.</param>
/// <param name="Frequency">How often, compared to others.</param>
/// <param name="IsProof">Whether an article that holds it holds the whole.</param>
internal readonly record struct LiteralKey(ulong Key, double Frequency, bool IsProof);

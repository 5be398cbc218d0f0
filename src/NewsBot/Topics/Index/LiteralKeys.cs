using NewsBot.TextAnalysis;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>By which hashes the words of an article lead to the parts of a query.</summary>
/// <param name="frequencies">A phrase is found by its rarest words.</param>
internal sealed class LiteralKeys(Frequencies frequencies)
{
    // Words, names and beginnings that are written alike must not meet.
    private const ulong Names = 1;
    private const ulong BeginningsOfWords = 2;

    /// <summary>A phrase of up to two plain words is what its key says: nothing is left to be proven.</summary>
    private const int Provable = 2;

    /// <summary>Two words side by side are rarer than each of them.</summary>
    private const double Neighbours = 0.1;

    public static ulong OfPair(ulong first, ulong second) => WordHash.Join(first, second);

    public static ulong OfBeginning(ulong hash) => WordHash.Join(BeginningsOfWords, hash);

    /// <summary>Whether every leaf has a key: words and names do, unless they are beginnings.</summary>
    public static bool LeadTo(TopicNode node) => node switch
    {
        TopicNode.Words words => words.Phrase.Words.All(word => word.Form != WordForm.Beginning),
        TopicNode.Known => true,
        TopicNode.Not not => LeadTo(not.Part),
        TopicNode.AllOf all => all.Parts.All(LeadTo),
        TopicNode.AnyOf any => any.Parts.All(LeadTo),
        _ => false,
    };

    /// <summary>The key under which equal parts of all queries are one literal.</summary>
    public ulong Identity(TopicNode leaf) => leaf is TopicNode.Words words && IsPlain(words.Phrase)
        ? KeyOf(words.Phrase).Key
        : WordHash.Join(Names, WordHash.Of($"{leaf.GetType().Name} {leaf.Canonical}"));

    /// <summary>The keys that an article holds when it may hold the part, other than the identity.</summary>
    public IEnumerable<LiteralKey> Aliases(TopicNode leaf) => leaf switch
    {
        TopicNode.Words { Phrase: var phrase } => IsPlain(phrase) ? [] : [KeyOf(phrase)],
        TopicNode.Known { Concept: var concept } => concept.Names
            .Select(name => KeyOf(name) with { IsProof = IsPlain(name) && concept.Exceptions.Count == 0 })
            .Distinct(),
        _ => throw new ArgumentException($"No words to look for in {leaf}.", nameof(leaf)),
    };

    /// <summary>In how many articles the part stands, compared to others.</summary>
    public double Frequency(TopicNode leaf) => leaf switch
    {
        TopicNode.Words { Phrase: var phrase } => KeyOf(phrase).Frequency,
        TopicNode.Known { Concept: var concept } => concept.Names.Sum(name => KeyOf(name).Frequency),
        _ => double.MaxValue,
    };

    private static bool IsPlain(Phrase phrase)
    {
        if (phrase.Words.Count > Provable)
        {
            return false;
        }

        foreach (var word in phrase.Words)
        {
            if (word.Form != WordForm.Stem || word.Case != CaseRule.Any)
            {
                return false;
            }
        }

        return true;
    }

    private LiteralKey KeyOf(Phrase phrase)
    {
        var words = phrase.Words;
        if (words.Count == 1)
        {
            return new LiteralKey(words[0].Term.StemHash, frequencies.Of(words[0].Term.StemHash), IsProof: false);
        }

        var rarest = default(LiteralKey);
        for (var index = 1; index < words.Count; index++)
        {
            var (first, second) = (words[index - 1].Term.StemHash, words[index].Term.StemHash);
            var frequency = Math.Min(frequencies.Of(first), frequencies.Of(second)) * Neighbours;
            if (rarest.Key == 0 || frequency < rarest.Frequency)
            {
                rarest = new LiteralKey(OfPair(first, second), frequency, IsProof: false);
            }
        }

        return rarest;
    }
}

/// <param name="Key">What an article holds.</param>
/// <param name="Frequency">How often, compared to others.</param>
/// <param name="IsProof">Whether an article that holds it holds the whole.</param>
internal readonly record struct LiteralKey(ulong Key, double Frequency, bool IsProof);

using System.Collections.Frozen;
using NewsBot.Text;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Matching;

/// <summary>
/// Takes away the places where the name of a country or a city names somebody or something else: Wystan Jordan, Paris Hollis, the
/// Panama Papers, Paris in Texas. What stands beside the name tells it, and not a list of people.
/// </summary>
internal static class OtherBearers
{
    /// <summary>German writes every noun with a capital: there a neighbour tells nothing.</summary>
    private const string CapitalsTellNothing = "de";

    /// <summary>Who is in the news stands there twice with the full name: in the headline and in the first sentence.</summary>
    private const int TimesOfFullName = 2;

    private static readonly FrozenSet<string> BesidePlaces = LanguageFiles.Together(language => language.BesidePlaces);
    private static readonly FrozenSet<string> NamedAfterPlaces = LanguageFiles.Together(language => language.NamedAfterPlaces);
    private static readonly FrozenSet<string> BeforePlaces = LanguageFiles.Together(language => language.BeforePlaces);
    private static readonly FrozenSet<string> BeforePeople = LanguageFiles.Together(language => language.BeforePeople);
    private static readonly FrozenSet<string> States = LanguageFiles.Together(language => language.StatesAfterPlaces);

    /// <param name="hits">Of the concept, in the order of the article; those of other bearers are removed.</param>
    public static void Remove(Concept concept, List<Hit> hits, AnalyzedArticle article)
    {
        if (hits.Count == 0)
        {
            return;
        }

        if (concept.Rivals.Count > 0 && !HasOtherName(concept, hits, article) && concept.Rivals.Any(rival => PhraseFinder.Holds(rival, article)))
        {
            hits.Clear();
        }

        if (concept.PlaceName is { } name && !string.Equals(article.Text.Language, CapitalsTellNothing, StringComparison.OrdinalIgnoreCase))
        {
            RemovePeople(concept, name, hits, article);
        }
    }

    private static void RemovePeople(Concept concept, Term name, List<Hit> hits, AnalyzedArticle article)
    {
        var bare = hits.Where(hit => IsBare(hit, name, article)).ToList();
        var fullNames = bare.Select(hit => (Hit: hit, Name: FullName(hit, article))).Where(found => found.Name is not null).ToList();
        var people = fullNames.GroupBy(found => found.Name)
            .Where(found => found.Count() >= TimesOfFullName || IsAlone(found.Key!, name, article) || found.Any(full => IsWithinSentence(full.Hit, full.Name!, article)))
            .Select(found => found.Key)
            .ToHashSet();
        var others = fullNames.Where(found => people.Contains(found.Name)).Select(found => found.Hit)
            .Concat(bare.Where(hit => IsNamedAfter(hit, article) || IsInState(hit, article) || IsAddressed(hit, article)))
            .ToHashSet();
        var isPerson = people.Count > 0 || bare.Exists(hit => IsAddressed(hit, article));
        hits.RemoveAll(others.Contains);

        // Who was named in full is named by the surname, or the first name, from there on.
        if (isPerson && !HasOtherName(concept, hits, article) && !hits.Exists(hit => IsAfterPreposition(hit, article)))
        {
            hits.Clear();
        }
    }

    /// <summary>Whether the article also names the place by a word that nobody else bears: "Jordanian".</summary>
    private static bool HasOtherName(Concept concept, List<Hit> hits, AnalyzedArticle article) =>
        hits.Exists(hit => article.Tokens[hit.First].Term.Stem != concept.Names[0].Words[0].Term.Stem);

    private static bool IsBare(Hit hit, Term name, AnalyzedArticle article) =>
        hit.Count == 1 && article.Tokens[hit.First].Term.Stem == name.Stem && article.Tokens[hit.First].Shape == TokenShape.Capitalised;

    /// <summary>The name together with the capitalised word that stands before or after it; null where none does, or one that leaves it a place.</summary>
    private static string? FullName(Hit hit, AnalyzedArticle article)
    {
        if (article.IsTitleCase(hit.First))
        {
            return null;
        }

        return IsPartOfName(hit.First + 1, article) && article.AreSpaced(hit.First) ? $"+{article.Tokens[hit.First + 1].Term.Plain}"
            : IsPartOfName(hit.First - 1, article) && article.AreSpaced(hit.First - 1) ? $"{article.Tokens[hit.First - 1].Term.Plain}+"
            : null;
    }

    /// <summary>Whether the name begins with another word that would have no capital if it were no name.</summary>
    private static bool IsWithinSentence(Hit hit, string fullName, AnalyzedArticle article)
    {
        var before = hit.First - 2;
        return fullName.EndsWith('+') && before >= 0 && article.Tokens[before].Position == article.Tokens[hit.First].Position - 2;
    }

    private static bool IsPartOfName(int index, AnalyzedArticle article)
    {
        if (index < 0 || index >= article.Tokens.Length)
        {
            return false;
        }

        var token = article.Tokens[index];
        return token is { Shape: TokenShape.Capitalised, Length: > 1 }
            && !BesidePlaces.Contains(article.Written(index, 1))
            && !NamedAfterPlaces.Contains(article.Written(index, 1))
            && TopicCatalogue.Find([token]) is null;
    }

    /// <summary>Whether the other part of the name stands alone elsewhere: "Marlow left the show".</summary>
    private static bool IsAlone(string fullName, Term name, AnalyzedArticle article)
    {
        var other = fullName.Trim('+');
        for (var index = 0; index < article.Tokens.Length; index++)
        {
            var token = article.Tokens[index];
            if (token.Shape == TokenShape.Capitalised && token.Term.Plain == other
                && !Is(index - 1, name, article) && !Is(index + 1, name, article))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(int index, Term name, AnalyzedArticle article) =>
        index >= 0 && index < article.Tokens.Length && article.Tokens[index].Term.Stem == name.Stem;

    private static bool IsNamedAfter(Hit hit, AnalyzedArticle article) =>
        hit.End < article.Tokens.Length && article.AreSpaced(hit.First) && NamedAfterPlaces.Contains(article.Written(hit.End, 1));

    /// <summary>"Paris, Texas".</summary>
    private static bool IsInState(Hit hit, AnalyzedArticle article) =>
        hit.End < article.Tokens.Length
        && article.Tokens[hit.End].Position == article.Tokens[hit.First].Position + 1
        && States.Contains(article.Written(hit.End, 1));

    /// <summary>"Mr Jordan".</summary>
    private static bool IsAddressed(Hit hit, AnalyzedArticle article) =>
        hit.First > 0
        && article.Tokens[hit.First - 1].Position == article.Tokens[hit.First].Position - 1
        && BeforePeople.Contains(article.Tokens[hit.First - 1].Term.Word);

    private static bool IsAfterPreposition(Hit hit, AnalyzedArticle article) =>
        hit.First > 0
        && article.Tokens[hit.First - 1].Position == article.Tokens[hit.First].Position - 1
        && BeforePlaces.Contains(article.Tokens[hit.First - 1].Term.Word);
}

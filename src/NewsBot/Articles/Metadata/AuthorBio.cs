using System.Text.RegularExpressions;
using NewsBot.Articles.Extraction;
using NewsBot.Articles.RelatedPosts;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>Finds the author's name and life after the body: neither is text of the article.</summary>
internal static partial class AuthorBio
{
    /// <summary>How many blocks from the end a name may stand: the name, a job, and a life of a few paragraphs.</summary>
    private const int Reach = 5;

    private const int MaxLife = 2_000;

    /// <summary>Where the author's box begins, or the number of blocks; and the author's name, or null.</summary>
    public static (int Start, string? Name) Find(IReadOnlyList<Block> blocks)
    {
        for (var i = Math.Max(1, blocks.Count - Reach); i < blocks.Count; i++)
        {
            if (RelatedPostsHeadings.HeadsAuthor(blocks[i].Text))
            {
                return (i, i + 1 < blocks.Count ? NameIn(blocks[i + 1].Text) : null);
            }

            if (NameIn(blocks[i].Text) is { } name && IsFollowedByLife(blocks, i, name))
            {
                return (i, name);
            }
        }

        return blocks.Count > 1 && IsLife(blocks[^1].Text) && StartsWithName(blocks[^1].Text) is { } author
            ? (blocks.Count - 1, author)
            : (blocks.Count, null);
    }

    /// <summary>The name that a short block consists of ("By" and a job aside), or null.</summary>
    private static string? NameIn(string text) =>
        text.Length <= 80 && !DisplayText.EndsAsSentence(text) && AuthorNames.Of([text]) is [var name, ..] && AuthorNames.IsPersonName(name)
            ? name
            : null;

    /// <summary>Nothing follows the name, or all that does tells of a person: a sub-head made of a name is followed by news.</summary>
    private static bool IsFollowedByLife(IReadOnlyList<Block> blocks, int at, string name)
    {
        var rest = blocks.Skip(at + 1).ToList();
        return rest.Count == 0
            || rest.Any(block => IsLife(block.Text) || TellsOf(block.Text, name)) && rest.All(block => block.Text.Length < 800);
    }

    private static bool TellsOf(string text, string name) =>
        text.Length <= MaxLife && text.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase) && Role().IsMatch(text);

    private static bool IsLife(string text) => text.Length <= MaxLife && Role().IsMatch(text) && (FirstPerson().IsMatch(text) || Bio().IsMatch(text));

    private static string? StartsWithName(string text)
    {
        var words = text.Split(' ', 6);
        var name = string.Join(' ', words.Take(2));
        return words.Length > 4 && AuthorNames.IsPersonName(name) && Copula().IsMatch(words[2]) ? name : null;
    }

    [GeneratedRegex(@"\b(journalist\w*|reporter\w*|editor\w*|correspondent\w*|writer\w*|columnist\w*|freelanc\w*|author|analyst|fellow|professor|researcher|photographer|redakteur\w*|autor\w*|redactora?|periodista|journaliste|rédact\w*|auteure?|журналіст\w*|журналист\w*|редактор\w*|кореспондент\w*|корреспондент\w*|автор\w*|оглядач\w*|обозреватель\w*)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"(?<!\w)(I[’']m|I am|I work|I write|I cover|I report|I have|my|ich bin|soy|je suis)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"\b(cover(s|ing)|speciali[sz](es|ing|ed)|based in|writes (for|about)|reports (on|for)|has (written|worked|reported|covered)|graduated|joined|works (as|for)|is an? [\w-]+ ?(journalist|reporter|editor|correspondent|writer|columnist|author|analyst|fellow|professor|researcher)|schreibt|arbeitet|escribe|trabaja|écrit|travaille|пише|працює|пишет|работает|спеціалізується|специализируется)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bio();

    [GeneratedRegex(@"^(is|was|has|writes|covers|works|ist|schreibt|es|escribe|est|écrit|—|–|-)$", RegexOptions.CultureInvariant)]
    private static partial Regex Copula();
}

using NewsBot.Articles.Extraction;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>Finds the author's name and short biography after the body: neither is text of the article.</summary>
internal static class AuthorBio
{
    /// <summary>How many blocks from the end a name may stand: the name, a job, and a biography of a few paragraphs.</summary>
    private const int Reach = 5;

    private const int MaxBioLength = 2_000;
    private const int MaxHeadingLength = 60;

    /// <summary>Where the box about the author begins, or the number of blocks; and the author's name, or null.</summary>
    public static (int Start, string? Name) Find(IReadOnlyList<Block> blocks)
    {
        for (var i = Math.Max(1, blocks.Count - Reach); i < blocks.Count; i++)
        {
            if ((blocks[i].Text.Length <= MaxHeadingLength && BylinePhrases.AboutAuthor.IsMatch(blocks[i].Text)))
            {
                return (i, i + 1 < blocks.Count ? NameIn(blocks[i + 1].Text) : null);
            }

            if (NameIn(blocks[i].Text) is { } name && IsFollowedByBio(blocks, i, name))
            {
                return (i, name);
            }
        }

        return blocks.Count > 1 && IsBio(blocks[^1].Text) && StartsWithName(blocks[^1].Text) is { } author
            ? (blocks.Count - 1, author)
            : (blocks.Count, null);
    }

    /// <summary>The name that a short block consists of ("By" and a job aside), or null.</summary>
    private static string? NameIn(string text) =>
        text.Length <= 80 && !DisplayText.EndsAsSentence(text) && AuthorNames.Of([text]) is [var name, ..] && AuthorNames.IsPersonName(name)
            ? name
            : null;

    /// <summary>Nothing follows the name, or all that does tells of a person: a sub-head made of a name is followed by news.</summary>
    private static bool IsFollowedByBio(IReadOnlyList<Block> blocks, int at, string name)
    {
        var rest = blocks.Skip(at + 1).ToList();
        return rest.Count == 0
            || rest.Any(block => IsBio(block.Text) || TellsOf(block.Text, name)) && rest.All(block => block.Text.Length < 800);
    }

    private static bool TellsOf(string text, string name) =>
        text.Length <= MaxBioLength && text.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase) && BylinePhrases.Roles.IsMatch(text);

    private static bool IsBio(string text) => text.Length <= MaxBioLength && BylinePhrases.Roles.IsMatch(text) && (BylinePhrases.FirstPerson.IsMatch(text) || BylinePhrases.Lives.IsMatch(text));

    private static string? StartsWithName(string text)
    {
        var words = text.Split(' ', 6);
        var name = string.Join(' ', words.Take(2));
        return words.Length > 4 && AuthorNames.IsPersonName(name) && BylinePhrases.Copulas.IsMatch(words[2]) ? name : null;
    }
}

using NewsBot.Articles.Metadata;
using NewsBot.Articles.RelatedPosts;

namespace NewsBot.Articles.Extraction;

/// <summary>The body of an article, cleared of what stands around it.</summary>
/// <param name="Blocks">Paragraphs and sub-heads in order.</param>
/// <param name="Author">The name from the author's box after the body, or null.</param>
internal sealed record PageBody(IReadOnlyList<Block> Blocks, string? Author)
{
    /// <summary>The share of the prose that teasers of other posts may make up below their heading.</summary>
    private const double MaxProseBelow = 0.25;

    public string Text => string.Join("\n\n", Blocks.Select(block => block.Text));

    public IReadOnlyList<string> Subheads => [.. Blocks.Where(block => block.IsHead).Select(block => block.Text)];

    /// <summary>The first paragraph that is prose, or null.</summary>
    public string? Lede => Blocks.FirstOrDefault(block => !block.IsHead)?.Text;

    /// <summary>Cuts off lists of other posts, the author's box, frame texts, a repeated headline and heads that head nothing.</summary>
    public static PageBody Of(IEnumerable<Block> all, string title)
    {
        var blocks = all.Where(block => !BoilerplateText.IsMatch(block.Text)).ToList();
        CutPosts(blocks);
        while (blocks.Count > 0 && string.Equals(blocks[0].Text, title, StringComparison.OrdinalIgnoreCase))
        {
            blocks.RemoveAt(0);
        }

        DropTrailingHeads(blocks);
        var (start, author) = AuthorBio.Find(blocks);
        blocks.RemoveRange(start, blocks.Count - start);
        DropTrailingHeads(blocks);
        return new PageBody(blocks, author);
    }

    /// <summary>A list's heading that is followed by little prose ends the body; any other is a box between paragraphs, dropped alone.</summary>
    private static void CutPosts(List<Block> blocks)
    {
        var prose = blocks.Sum(ProseLength);
        var left = 0;
        for (var i = blocks.Count - 1; i > 0 && left <= MaxProseBelow * prose; i--)
        {
            if (RelatedPostsHeadings.IsMatch(blocks[i].Text))
            {
                blocks.RemoveRange(i, blocks.Count - i);
            }
            else
            {
                left += ProseLength(blocks[i]);
            }
        }

        blocks.RemoveAll(block => RelatedPostsHeadings.IsMatch(block.Text) || RelativeAge.Is(block.Text));
    }

    private static int ProseLength(Block block) => block.Text.Length >= 100 ? block.Text.Length : 0;

    private static void DropTrailingHeads(List<Block> blocks)
    {
        while (blocks is [.., { IsHead: true } last] && !AuthorNames.IsPersonName(last.Text))
        {
            blocks.RemoveAt(blocks.Count - 1);
        }
    }
}

using AngleSharp.Dom;

namespace NewsBot.Articles.Extraction;

/// <summary>A block with where it stands on its page.</summary>
/// <param name="Block">What it says.</param>
/// <param name="Box">The block-level element that it stands in.</param>
/// <param name="Linked">How many of its characters are links.</param>
internal sealed record PageBlock(Block Block, IElement Box, int Linked)
{
    public string Text => Block.Text;

    /// <summary>0 to 1.</summary>
    public double LinkShare => Text.Length == 0 ? 0 : Math.Min(1, (double)Linked / Text.Length);
}

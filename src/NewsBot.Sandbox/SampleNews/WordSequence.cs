using System.Text;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>The words of a text in order, without case and punctuation: enough to find a sample page by what a
/// person typed. How the bot itself recognises topics is no business of the sample news.</summary>
internal readonly record struct WordSequence
{
    private readonly string words;

    public WordSequence(string text)
    {
        var builder = new StringBuilder(" ");
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                builder.Append(char.ToLowerInvariant(character));
            }
            else if (builder[^1] != ' ')
            {
                builder.Append(' ');
            }
        }

        words = builder[^1] == ' ' ? builder.ToString() : builder.Append(' ').ToString();
    }

    /// <summary>Whether all of these words stand side by side in the other text.</summary>
    public bool StandsIn(WordSequence other) => words != " " && other.words.Contains(words, StringComparison.Ordinal);
}

using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Articles;

/// <summary>What copies of one text have in common.</summary>
internal static class Fingerprint
{
    private const int Length = 16;

    /// <summary>Texts with fewer letters than this are "Watch the video" and the like: only with the same headline are they copies.</summary>
    private const int ShortText = 200;

    /// <summary>16 bytes of the SHA-256 of the text's letters and digits, without case, spaces and signs.</summary>
    public static byte[] Of(string title, string text)
    {
        var letters = Letters(text);
        return SHA256.HashData(Encoding.UTF8.GetBytes(letters.Length < ShortText ? $"{Letters(title)} {letters}" : letters))[..Length];
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                letters.Append(char.ToLowerInvariant(character));
            }
        }

        return letters.ToString();
    }
}

using System.Text;

namespace NewsBot.Text;

internal static class TokenCasing
{
    public static TokenShape Of(ReadOnlySpan<char> surface)
    {
        var (upper, lower, startsUpper) = (0, 0, false);
        foreach (var rune in surface.EnumerateRunes())
        {
            startsUpper |= upper + lower == 0 && Rune.IsUpper(rune);
            upper += Rune.IsUpper(rune) ? 1 : 0;
            lower += Rune.IsLower(rune) ? 1 : 0;
        }

        return (upper, lower) switch
        {
            (0, 0) => TokenShape.Caseless,
            ( > 0, 0) => TokenShape.Upper,
            _ => startsUpper ? TokenShape.Capitalised : TokenShape.Lower,
        };
    }
}

using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.Markup;

/// <summary>Addresses of pages and of mail in a text. Telegram looks from each dot to both sides, and so does this.</summary>
internal static partial class FoundAddresses
{
    /// <param name="units">The text as <see cref="FoundEntities"/> writes it for patterns.</param>
    public static IEnumerable<MessageEntity> In(string text, string units) =>
        Inside().Matches(units).Select(InsideEntity).Concat(AroundDots(text, units));

    private static MessageEntity InsideEntity(Match match) =>
        new("url", match.Groups["scheme"].Index, match.Groups["scheme"].Length + match.Length);

    private static IEnumerable<MessageEntity> AroundDots(string text, string units)
    {
        var begin = 0;
        for (var dot = text.IndexOf('.', begin); dot >= 0 && dot < text.Length - 1; dot = text.IndexOf('.', begin))
        {
            if (text[dot + 1] == ' ')
            {
                begin = dot + 2;
                continue;
            }
            var (start, end) = Bounds(units, begin, dot);
            if (start is null)
            {
                begin = text.LastIndexOf('.', end - 1) + 1;
                continue;
            }
            if (end > dot + 1 && AddressShape.Entity(text[start.Value..end]) is { } entity)
            {
                yield return entity with { Offset = start.Value + entity.Offset };
            }
            begin = Math.Max(end + Dots().Match(text, end).Length, dot + 1);
        }
    }

    /// <summary>Where the address around a dot starts and ends; no start where it cannot be one.</summary>
    private static (int? Start, int End) Bounds(string text, int begin, int dot)
    {
        var domain = Left(DomainBefore(), text, begin, dot);
        var right = DomainAfter().Match(text, dot);
        var hasUser = right.Value.Contains('@', StringComparison.Ordinal);
        if (hasUser)
        {
            domain = Left(UserBefore(), text, begin, domain);
        }
        var end = right.Index + right.Length;
        end += Port(text, end);
        end += Path().Match(text, end).Length;
        while (end > dot + 1 && text[end - 1] == '.')
        {
            end--;
        }
        if (domain == begin || text[domain - 1] != '@')
        {
            return (Scheme(text, begin, domain), end);
        }
        var user = Left(UserBefore(), text, begin, domain - 1);
        return (hasUser || user == domain - 1 ? null : Scheme(text, begin, user), end);
    }

    /// <summary>The start with the scheme before it, or null after what no address follows.</summary>
    private static int? Scheme(string text, int begin, int start)
    {
        if (start == begin)
        {
            return start;
        }
        var before = text[begin..start];
        if (!before.EndsWith("://", StringComparison.Ordinal))
        {
            return Forbidden().IsMatch(before[^1..]) ? null : start;
        }
        var scheme = SchemeBefore().Match(before[..^3]).Value.ToLowerInvariant();
        return scheme is not ("shttp" or "tftp" or "sftp") && Array.Find(Schemes, known => scheme.EndsWith(known, StringComparison.Ordinal)) is { } found
            ? start - found.Length - 3
            : null;
    }

    private static int Left(Regex run, string text, int begin, int end) => end - run.Match(text[begin..end]).Length;

    private static int Port(string text, int at) =>
        PortAfter().Match(text, at) is { Success: true } match && int.Parse(match.Groups["number"].ValueSpan, null) is > 0 and <= 65_535 ? match.Length : 0;

    private static readonly string[] Schemes = ["http", "https", "ftp", "tonsite"];

    // No separators, and of the General Punctuation block the two joiners and the dashes alone.
    private const string Symbols = @"\u2070-\uFFFF\u200C\u200D\u2010-\u2015";
    private const string Domain = $@"[A-Za-z0-9_.~\-\u00C0-\u1FFF{Symbols}-[\p{{Z}}]]";
    private const string User = $@"[\u0000-\u1FFF{Symbols}-[\p{{Z}}\n/\[\]{{}}()'`<>""@«»]]";
    private const string PathSymbol = $@"[\u0000-\u1FFF{Symbols}-[\p{{Z}}\n<>""«»]]";

    // Without the signs that end a sentence; a "?" or "#" that nothing follows is no path.
    private const string PathPattern = $@"(?:/{PathSymbol}*|[?#]{PathSymbol}+)(?<![.:;,('?!`])";

    [GeneratedRegex($@"{Domain}*\z", RegexOptions.RightToLeft)]
    private static partial Regex DomainBefore();

    [GeneratedRegex($@"\G(?:{Domain}|@)*")]
    private static partial Regex DomainAfter();

    [GeneratedRegex($@"{User}*\z", RegexOptions.RightToLeft)]
    private static partial Regex UserBefore();

    [GeneratedRegex(@"\G:0*(?<number>[0-9]{1,5})(?![0-9])")]
    private static partial Regex PortAfter();

    [GeneratedRegex($@"\G{PathPattern}")]
    private static partial Regex Path();

    [GeneratedRegex(@"(?:[A-Za-z0-9+-]|[\u0080-\uFFFF-[\p{Z}]])*\z", RegexOptions.RightToLeft)]
    private static partial Regex SchemeBefore();

    [GeneratedRegex(@"[\p{L}\p{N}_/#@]")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\G\.*")]
    private static partial Regex Dots();

    // Telegram takes the last three letters of "tonsite" for the scheme, and stops looking five bytes before the end.
    [GeneratedRegex($@"(?<=(?<scheme>tg|ton|(?<=tons)ite))(?!\G.{{0,5}}\z)://[A-Za-z0-9_-]{{1,253}}(?:{PathPattern})?", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}

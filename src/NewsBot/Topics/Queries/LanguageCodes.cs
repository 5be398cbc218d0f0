using System.Collections.Frozen;

namespace NewsBot.Topics.Queries;

/// <summary>The two-letter codes of ISO 639-1, and what people type for them.</summary>
internal static class LanguageCodes
{
    private static readonly FrozenSet<string> All =
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa
        ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr
        ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
        ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur
        uz ve vi vo wa wo xh yi yo za zh zu
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Codes of countries and names that are typed for a language.</summary>
    private static readonly FrozenDictionary<string, string> Mistaken = new Dictionary<string, string>
    {
        ["ua"] = "uk",
        ["gb"] = "en",
        ["us"] = "en",
        ["eng"] = "en",
        ["cn"] = "zh",
        ["jp"] = "ja",
        ["cz"] = "cs",
        ["gr"] = "el",
        ["english"] = "en",
        ["ukrainian"] = "uk",
        ["українська"] = "uk",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["spanish"] = "es",
        ["español"] = "es",
        ["french"] = "fr",
        ["français"] = "fr",
        ["russian"] = "ru",
        ["polish"] = "pl",
        ["italian"] = "it",
        ["chinese"] = "zh",
        ["japanese"] = "ja",
        ["korean"] = "ko",
        ["arabic"] = "ar",
        ["portuguese"] = "pt",
        ["turkish"] = "tr",
    }.ToFrozenDictionary();

    /// <summary>The code of a typed one, without its region ("pt-BR"); null when there is no such language.</summary>
    public static string? Find(string typed)
    {
        var code = typed.Trim().ToLowerInvariant().Split('-', '_')[0];
        return All.Contains(code) ? code : null;
    }

    /// <summary>What may be meant by a text that is no code; null when nothing comes to mind.</summary>
    public static string? Guess(string typed) => Mistaken.GetValueOrDefault(typed.Trim().ToLowerInvariant());
}

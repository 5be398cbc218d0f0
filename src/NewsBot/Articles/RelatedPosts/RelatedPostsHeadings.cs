using System.Text.RegularExpressions;

namespace NewsBot.Articles.RelatedPosts;

/// <summary>Recognises the headings over what follows an article: lists of other posts, and boxes about the author.</summary>
internal static partial class RelatedPostsHeadings
{
    /// <summary>Whether the text heads a list of other posts.</summary>
    public static bool HeadsPosts(string text) => text.Length <= 60 && Posts().IsMatch(text);

    /// <summary>Whether the text heads a box about the author.</summary>
    public static bool HeadsAuthor(string text) => text.Length <= 60 && Author().IsMatch(text);

    [GeneratedRegex(
        """
        ^\W*(?:
        (?:our\ |the\ |more\ )?(?:recent|latest|related|popular|similar|top|trending|featured|most\ recent|most\ popular)\ (?:posts?|articles?|stories|news|content|topics|reads?|coverage)
        |most\ (?:read|viewed|popular|shared)|related|trending(?:\ now)?|latest|popular\ now|editor[’']?s[’']?\ (?:picks?|choice)|top\ stories|recommended.*
        |more\ (?:from|on|in|about|stories|news|articles|posts|coverage|like)\b.*|read\ (?:more|next|also)|also\ read|see\ also|what\ to\ read\ next|up\ next
        |you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested).*|don[’']t\ miss|other\ (?:news|stories|posts|articles)
        |mehr\ (?:zum\ thema|zu|zur|aus|von|themen|artikel|beiträge|news|nachrichten)\b.*|schon\ gelesen|empfehlungen\ (?:aus|der|für)\b.*|passend\ (?:dazu|zum\ thema).*|zum\ weiterlesen|(?:aktuelle|neue|neueste|letzte|ähnliche|verwandte|andere)\ (?:berichte|themen|artikel|beiträge|meldungen|nachrichten|news)\b.*|auch\ interessant|meist-?(?:gelesen|diskutiert|kommentiert|geklickt).*|das\ könnte\ (?:sie|dich)\ (?:auch\ )?interessieren|lesen\ sie\ auch|neueste\ (?:artikel|beiträge|nachrichten)|ähnliche\ (?:artikel|beiträge)|weitere\ (?:artikel|beiträge|meldungen|themen|inhalte|informationen|links|news|nachrichten)\b.*
        |(?:artículos|noticias|entradas)\ (?:relacionad[ao]s|recientes)|últimas\ noticias|lo\ más\ (?:leído|visto)|más\ (?:leídas|noticias|sobre)\b.*|te\ puede\ interesar|también\ te\ puede\ interesar|lee\ también|(?:le|les|te)\ puede\ interesar.*|notas\ relacionadas|más\ información|leia\ (?:mais|também)|você\ pode\ gostar.*|leggi\ anche|ti\ potrebbe\ interessare.*|articoli\ correlati|czytaj\ (?:też|także|więcej)|zobacz\ (?:też|także|również)|lees\ ook
        |à\ lire\ aussi|lire\ aussi|sur\ le\ même\ (?:sujet|thème)|articles?\ (?:récents|similaires|liés|connexes)|les\ plus\ lus|derniers\ articles|dernières\ (?:actualités|nouvelles)|vous\ aimerez\ aussi|à\ découvrir|à\ voir\ aussi|pour\ aller\ plus\ loin
        |останні\ (?:новини|публікації|записи)|читайте\ також|схожі\ (?:новини|матеріали|статті)|найпопулярніш\w*|популярне|новини\ за\ темою|більше\ новин
        |последние\ (?:новости|публикации|записи)|читайте\ также|похожие\ (?:новости|материалы|статьи)|самое\ (?:читаемое|популярное)|популярное|новости\ по\ теме|материалы\ по\ теме
        )\W*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Posts();

    [GeneratedRegex(@"^\W*(about (the )?authors?|about the writer|meet the author|(über|zum|zur) (den |die )?autor(in)?|sobre (el|la) autora?|à propos de l[’']auteure?|про автора|об авторе)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Author();
}

using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Articles.Extraction;

/// <summary>What an element's class and id say that it is.</summary>
internal enum ClassNameRole
{
    None,

    /// <summary>What readers wrote, or the site's small print: whatever its length.</summary>
    Sure,

    /// <summary>Anything else that is no text of the article.</summary>
    Other,
}

/// <summary>Reads what elements are named for: words of class names, whatever separates them.</summary>
internal static partial class ClassNameRules
{
    public static ClassNameRole Of(IElement element)
    {
        var byClass = OfNames(OtherPostClassNames.ClassOf(element));
        return byClass == ClassNameRole.None && OtherPostClassNames.IdOf(element) is { Length: > 0 and < 60 } id ? OfNames(id) : byClass;
    }

    private static ClassNameRole OfNames(string names)
    {
        if (names.Length == 0)
        {
            return ClassNameRole.None;
        }

        var words = Words(names);
        if (Sure().IsMatch(words))
        {
            return ClassNameRole.Sure;
        }

        return Other().IsMatch(words) || Whole().IsMatch(words) ? ClassNameRole.Other : ClassNameRole.None;
    }

    /// <summary>" post-meta related-posts " for "postMeta related_posts". Names that only sort or modify an element are left out.</summary>
    private static string Words(string names)
    {
        var words = new StringBuilder(names.Length + 8);
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Modifier().IsMatch(name))
            {
                continue;
            }

            words.Append(' ');
            for (var i = 0; i < name.Length; i++)
            {
                var isHump = i > 0 && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
                var letter = char.IsAsciiLetterOrDigit(name[i]) ? char.ToLowerInvariant(name[i]) : '-';
                if (isHump || (letter == '-' && words[^1] is not ' ' and not '-'))
                {
                    words.Append('-');
                }

                if (letter != '-')
                {
                    words.Append(letter);
                }
            }
        }

        return words.Append(' ').ToString();
    }

    [GeneratedRegex(@"^(category|tag|tags|cat|has|with|without|no|not|is|js|format|status|type|post_tag|and-w)[-_]|^elementor|[-_]?label[-_]+hidden|^hidden[-_]\w+$|(full|no)[-_]?sidebar|sidebar[-_](left|right|none)$|without", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Modifier();

    [GeneratedRegex(@"[- ](comments?|popup|modal|off-?canvas|kommentare?|comentarios?|commentaires?|commentlist|disqus|respond|livefyre|fb-comments|cookie-?law|privacy-(?:overview|popup|banner)|footer|cookies?|cookie-\w+|consent|gdpr|dsgvo|site-footer|sidenav|side-nav)[- ]| (sidebar|side-bar|widget-area|secondary-sidebar|sidebar-(primary|secondary|right|left)) ", RegexOptions.CultureInvariant)]
    private static partial Regex Sure();

    /// <summary>Words that tell wherever they stand in a name.</summary>
    [GeneratedRegex(
        """
        [-\ ](?:
        related|relatedposts|recommend\w*|recirc\w*|trending|outbrain|taboola|plista|readmore|weiterlesen|weiterfuehrend\w*|empfehlung\w*|meistgelesen|verwandt\w*|you-may|you-might|also-(?:read|like)|read-(?:more|next|also)|more-(?:from|news|stories|on|articles|posts)|most-(?:read|viewed|popular|commented)|(?:latest|recent|popular)-\w+|up-next|teaser-(?:box|list|container|wrapper|item|group|grid|row|block|card|section)s?|teasers
        |newsletter\w*|subscri\w*|signup|sign-up|login|signin|paywall|regwall|donat\w*|membership|abonn\w*
        |author-\w+|about-author|about-the-author|bio|biography|byline\w*|dateline|timestamp|pub-?date|(?:post|entry|article|story)-(?:meta\w*|info\w*|dates?|tags?|author\w*|footer|nav\w*|share\w*|tools?)|metadata|meta-data|tag-(?:list|cloud|links?)|taglist|tagcloud|cat-links|schlagworte
        |shar(?:e|ing)|share\w*|sharedaddy|social\w*|addthis\w*|addtoany\w*|a2a|shariff|bookmarks?|likes?-widget|ratings?|voting|teilen
        |breadcrumbs?|breadcrumb\w*|pagination|pagenav\w*|navi|navbar|navigation|menu|submenu|skip-\w+|skiplink\w*|toc|table-of-contents|inhaltsverzeichnis
        |cookies?|cookie\w*|consent|gdpr|dsgvo|overlay|lightbox|tooltip|toast
        |promos?|promoted|promotions?|sponsor\w*|advert\w*|adslot|adsense|adbox|werbung|anzeigen?|banner|affiliate
        |sidebar\w*|rightrail|right-rail|footer|masthead|topbar|offcanvas|off-canvas|widget\w*
        |captions?|image-?credits?|photo-?credits?|picture-?credits?|bildunterschrift|bildnachweis|gallery|galerie|slideshow|carousel
        |visually-hidden|visuallyhidden|sr-only|screen-reader\w*|noprint|no-print|print-(?:only|header|footer)|printonly
        |feedback|survey|quiz|countdown
        )[-\ ]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Other();

    /// <summary>Names that tell only where they are the whole of a class or id.</summary>
    [GeneratedRegex(
        @" (teasers?|meta|metas|info|tags|tag|date|datum|author|authors|autor|print|hidden|hide|ads?|ad-\w+|nav|share|social|more|mehr|abo|notice|follow|like|likes|credits?|copyright|source|quelle|categories|category|menu|search|tools|toolbar|logo|header-meta|updated|published|views|counter|disclaimer|legal|login|rating|votes?|hint|read-?time|reading-?time|stats?) ", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}

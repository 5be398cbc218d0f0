using System.Text.RegularExpressions;

namespace NewsBot.Articles.Extraction;

/// <summary>Recognises lines that belong to the frame of a page: what asks the reader for something, credits, counters, legal notices.</summary>
internal static partial class BoilerplateText
{
    private const int MaxLabel = 120;
    private const int MaxPlea = 400;

    /// <summary>Whether the line is no text of the article.</summary>
    public static bool Are(string text) =>
        (text.Length <= MaxLabel && (Label().IsMatch(text) || Credit().IsMatch(text) || Pointer().IsMatch(text)))
        || (text.Length <= MaxPlea && (Plea().IsMatch(text) || Legal().IsMatch(text)));

    /// <summary>Buttons and counters.</summary>
    [GeneratedRegex(
        """
        ^\W*(?:
        (?:share|tweet|print|email|facebook|twitter|telegram|whatsapp|linkedin|reddit|pinterest|copy\ link|comments?|leave\ a\ (?:comment|reply)|post\ (?:a\ )?comment|advertisements?|adverts?|sponsored(?:\ links?)?|anzeige|werbung|publicidad|publicité|reklama|iklan|реклама)\b(?:\W*\w+){0,4}
        |(?:view|show|read|hide|add|post|join)\ (?:all\ |the\ |a\ )?(?:\d+\ )?(?:comments?|conversation|discussion)|no\ comments.*|\d+\ comments?|comments?\ (?:are\ )?closed.*
        |(?:kommentare?|kommentar)\ (?:verfassen|schreiben|hinterlassen|geschlossen|anzeigen|ausblenden|lesen)|kommentare.*geschlossen|keine\ kommentare|schreibe?n?\ (?:sie\ )?einen\ kommentar|(?:deja|dejar)\ (?:un\ |tu\ )?comentario|laisser\ un\ commentaire
        |(?:(?:möchten|wollen|willst)\ (?:sie|du)\ )?(?:(?:den|diesen|das|dieses|diese)\ )?(?:artikel|beitrag|seite|text|rezept)\ (?:teilen|drucken|empfehlen|weiterempfehlen|versenden|bewerten|speichern|merken).*|(?:teilen|drucken|nach\ oben|zurück\ (?:zur|nach).*|zur\ startseite|merken|vorlesen|imprimir|compartir|partager|imprimer|condividi|stampa|udostępnij)
        |war\ (?:der|dieser)\ (?:artikel|beitrag|text)\ (?:nützlich|hilfreich|interessant).*|was\ this\ (?:article|page)\ (?:helpful|useful).*|gefällt\ (?:dir|ihnen|euch)\b.*\?|did\ you\ (?:like|enjoy)\ this\b.*
        |(?:empfohlener?\ )?(?:externer?|redaktioneller?)\ (?:redaktioneller?\ )?inhalte?|\w+\ (?:(?:ein|aus)blenden|(?:ein|aus)klappen|anzeigen)
        |(?:tags?|tagged|filed\ under|topics?|categories|category|keywords?|related\ tags?|schlagwörter|schlagworte|stichwörter|themen(?:\ im\ artikel)?|kategorien?|temas|etiquetas|mots[-\ ]clés|теги|теми|темы)\b\s*(?::.*|\d*)
        |(?:image|photo|slide|bild|foto)\s+\d+\s+(?:of|von|de|/)\s+\d+(?:\W*(?:image|photo|slide|bild|foto)\s+\d+\s+(?:of|von|de|/)\s+\d+)*|\d+\s+(?:of|von|/)\s+\d+
        |\d{1,3}\s*(?:-?\s*min(?:ute)?s?|minuten|minutos|minuti|хв\w*|мин\w*)\.?\s*(?:read|reading|lesezeit|lesedauer|de\ lectura|de\ lecture|di\ lettura|читання|чтения)|(?:lesezeit|lesedauer|reading\ time)\b.*
        |(?:more|mehr|más|plus|close|caption|topics|text\ size|continue\ reading|story\ continues\ below.*|article\ continues\ below.*|scroll\ (?:down\ )?to\ continue.*|weiter(?:lesen)?|inhaltsverzeichnis|inhalt|sign\ in|log\ in|subscribe|anmelden|einloggen|menu|menü|search|suche|loading\W*|lade\W*)
        |(?:letzte\ änderung|zuletzt\ (?:aktualisiert|geändert)|stand|last\ (?:updated|modified)|first\ published|published(?:\ on)?|updated|posted(?:\ on)?|veröffentlicht|aktualisiert|erstellt|fecha\ de\ publicación|actualizado|publicado|mis\ à\ jour|publié)\b[^.!?]{0,60}\d[^.!?]{0,40}
        |(?:aufrufe|hits|views|visits|letture|gelesen|visitas)\s*:?\s*\d*|[\d.,]+\s+(?:views|hits|letture|aufrufe|visitas|vues)\b.*
        )\W*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Label();

    /// <summary>Who took the picture, where the text is from.</summary>
    [GeneratedRegex(
        """
        ^\W*(?:
        (?:photo(?:graph)?s?|image|picture|featured\ image|header\ image|video|illustration|graphic)(?:\ (?:credits?|courtesy|source|by|via|of))?\s*(?::|\bby\b|\bcourtesy\b|©).*
        |(?:credits?|source|sources|via|hat\ tip|quellen?|fonte|fuente|źródło|bron|джерело|источник)\s*:.*
        |(?:(?:titel|beitrags|symbol|artikel|header)?(?:bild|foto|fotos|bilder|grafik)(?:quelle|nachweis|rechte|er)?|bildquelle|fotocredit)\s*[:©].*|(?:beitrags|titel|symbol)(?:bild|foto).*
        |(?:crédits?(?:\ photos?)?|photos?|foto|fotos|imagen|imágenes|crédito|zdjęcie|fot\.)\s*[:©].*
        |©.*|\(c\)\s.*
        |(?:reporting|writing|editing|additional\ reporting)\ by\ .*|\W*reporting\ by\b.*
        )$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Credit();

    /// <summary>"Read also: another headline".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:read|see|also read|read also|read more|see also|read next|don['’]t miss|related|more|lesen sie (?:auch|hier|mehr|dazu)|lies auch|mehr dazu|auch interessant|lesetipp|lea también|lee también|lea más|puedes ver|mire|mira también|vea también|le puede interesar|te puede interesar|lire aussi|à lire aussi|voir aussi|leggi anche|leia também|leia mais|czytaj też|czytaj także|читайте также|читайте також)\s*:).{3,}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    /// <summary>What asks to follow, to subscribe, to pay.</summary>
    [GeneratedRegex(
        """
        ^\W*(?:subscribe|sign\ up|follow\ (?:us|me|@|\w+(?:\ \w+){0,6}\ on\b)|join\ (?:us|our)|download\ our|get\ (?:the|our|access|breaking|more|all)\b.*\b(?:inbox|newsletter|emails?|alerts|subscri\w+)|click\ here|like\ us\ on|support\ us|you\ can\ follow|write\ to\ .{3,60}@|e-?mail\ .{3,60}@|contact\ .{3,60}@)\b
        |^\W*(?:abonnieren\ sie|jetzt\ abonnieren|folgen?\ (?:sie\ )?uns|folge\ mir|suscríbe\w*|síg[ua]e?nos|siguenos|únete|abonnez-vous|suivez-nous|seguici|iscriviti|підпи(?:шіться|суйтесь|суйтеся)|подпи(?:шитесь|сывайтесь))(?!\w)
        |\b(?:sign\ up|subscribe|subscribing|delivered|register|anmeld\w*|abonn\w*|bestell\w*)\b.*\b(?:newsletter|inbox|mailing\ list)\b
        |\b(?:newsletter|inbox)\b.*\b(?:sign\ up|subscri\w+|delivered|weekday|daily|anmeld\w*|abonn\w*|bestell\w*|erhalten)\b
        |^\W*(?:(?:have|got)\ (?:a\ )?(?:news\ )?tips?|tell\ us\ what\ you\ think|if\ you\ (?:enjoyed|liked)\ this\ (?:article|post|story))\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Plea();

    /// <summary>Cookies, rights, disclosures.</summary>
    [GeneratedRegex(
        """
        ^\W*(?:this\ (?:web)?site\ uses\ cookies|we\ use\ cookies|diese\ (?:web)?seite\ (?:verwendet|nutzt)\ cookies|wir\ (?:verwenden|nutzen)\ cookies|this\ slideshow\ requires\ javascript|please\ enable\ javascript
        |copyright\b|all\ rights\ reserved|alle\ rechte\ vorbehalten|todos\ los\ derechos|tous\ droits\ réservés|tutti\ i\ diritti
        |(?:this|our)\ (?:post|article|page|story)\ (?:may\ )?contains?\ (?:affiliate|sponsored)
        |materiał\ chroniony\ prawem|wszelkie\ prawa\ zastrzeżone|wir\ respektieren\ (?:deine|ihre)\ privatsphäre|we\ respect\ your\ privacy
        )
        |\bdieser\ (?:beitrag|artikel|text)\ enthält\ (?:werbung|werbelinks|affiliate)\b
        |\b(?:may|can)\ (?:earn|receive)\ (?:an?\ )?(?:affiliate\ |small\ )?commissions?\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Legal();
}

namespace NewsBot.Tests.Articles.Extraction;

/// <summary>A story of our own writing with what sites put around one: a kicker, the author after the body, other posts with ages, and no date.</summary>
internal sealed record ShapedStory(
    string Language, string Kicker, string Title, string[] Paragraphs, string Author, string Life, string ListHead, (string Title, string Age)[] Posts)
{
    public static readonly ShapedStory[] All =
    [
        new(
            "en", "Harbours", "Larnow: Second pier would double the fishing fleet, council warned",
            [
                "Larnow's harbour council was told on Monday that a second pier would double the number of boats in the bay within two years.",
                "“We have room for forty boats and the water for twenty,” harbour master Ida Holm said at a hearing that lasted until midnight.",
                "Fishing crews from three villages asked the council to wait for a study of the herring stock, which the university has promised for the autumn.",
                "The council did not vote. Its chair called the fears of the villages “understandable, and not yet proven”, and closed the hearing.",
            ],
            "Jon Berg", "I'm a journalist based in Larnow. I cover harbours, ships and the people who live from them.", "Recent Posts",
            [("Ferry company hires forty new sailors for its winter timetable", "4 hours ago"), ("Tram line to the north bank is late again after a storm", "1 day ago"), ("Museum finds a forgotten map of the old lighthouse", "2 days ago")]),
        new(
            "de", "Verkehr", "Brücke in Larnau bleibt bis zum Sommer gesperrt, sagt die Stadt",
            [
                "Die Hafenbrücke in Larnau bleibt nach Angaben der Stadt bis zum Sommer gesperrt, weil in zwei Pfeilern Risse gefunden wurden.",
                "„Wir haben die Risse früh gefunden, und niemand war in Gefahr“, sagte die Leiterin des Bauamts am Montag vor dem Stadtrat.",
                "Rund 40.000 Menschen fahren an einem Werktag über die Brücke, und die Fähren sollen nun alle zehn Minuten über den Fluss setzen.",
                "Die Händler am Nordufer fürchten um ihr Geschäft und haben die Stadt gebeten, auf die Gebühren für ihre Stände zu verzichten.",
            ],
            "Mia Dahl", "Mia Dahl ist Redakteurin in Larnau und schreibt über Verkehr, Brücken und Häfen.", "Neueste Beiträge",
            [("Fährgesellschaft sucht vierzig neue Matrosen für den Winter", "vor 4 Stunden"), ("Straßenbahn zum Nordufer fährt nach dem Sturm wieder verspätet", "vor 2 Tagen")]),
        new(
            "es", "Ciudad", "El puente de Larnova seguirá cerrado hasta el verano por las grietas",
            [
                "El puente del puerto de Larnova seguirá cerrado hasta el verano porque los ingenieros encontraron grietas en dos de sus pilares.",
                "«Encontramos las grietas a tiempo y nadie estuvo en peligro», dijo el lunes la directora de obras en una rueda de prensa.",
                "Unas 40.000 personas cruzan el puente en un día laborable, y la ciudad ha pedido a los transbordadores que salgan cada diez minutos.",
                "Los comerciantes de la orilla norte temen por sus ventas y han pedido que no se cobren las tasas de los puestos del mercado.",
            ],
            "Ana Ruiz", "Ana Ruiz es periodista y escribe sobre la ciudad, el puerto y sus barrios.", "Últimas noticias",
            [("La naviera contrata a cuarenta marineros para el invierno", "hace 4 horas"), ("El tranvía de la orilla norte vuelve a llegar tarde", "hace 1 día")]),
        new(
            "fr", "Transports", "Le pont de Larneau restera fermé jusqu’à l’été, annonce la ville",
            [
                "Le pont du port de Larneau restera fermé jusqu’à l’été parce que des ingénieurs ont trouvé des fissures dans deux de ses piliers.",
                "« Nous avons trouvé les fissures à temps et personne n’a été en danger », a dit lundi la directrice des travaux devant la presse.",
                "Quelque 40 000 personnes passent par le pont un jour ouvrable, et la ville a demandé aux bacs de partir toutes les dix minutes.",
                "Les commerçants de la rive nord craignent pour leurs ventes et demandent que les droits de place soient suspendus pour la saison.",
            ],
            "Léa Morel", "Léa Morel est journaliste et travaille pour la rubrique des transports.", "Articles récents",
            [("La compagnie des bacs embauche quarante marins pour l’hiver", "il y a 4 heures"), ("Le tramway de la rive nord est encore en retard", "il y a 2 jours")]),
        new(
            "uk", "Транспорт", "Міст у Ларнові закрили до літа через тріщини в опорах",
            [
                "Міст через гавань у Ларнові закрили до літа, бо інженери знайшли тріщини у двох його опорах, повідомили в міській раді.",
                "«Ми знайшли тріщини вчасно, і ніхто не був у небезпеці», — сказала у понеділок керівниця управління робіт на зустрічі з мешканцями.",
                "У робочий день мостом їздить близько 40 тисяч людей, і місто попросило поромників вирушати що десять хвилин до кінця ремонту.",
                "Крамарі на північному березі бояться за свою торгівлю і просять місто не брати плати за місця на ринку, поки міст не відкриють.",
            ],
            "Олена Коваль", "Олена Коваль — журналістка, пише про місто, гавань і транспорт.", "Останні новини",
            [("Поромна компанія наймає сорок нових матросів на зиму", "4 години тому"), ("Трамвай на північний берег знову запізнюється", "2 дні тому")]),
    ];

    public string Text => string.Join("\n\n", Paragraphs);

    /// <summary>As it comes of copying a page.</summary>
    public string AsPlainText() =>
        $"{Kicker}\n\n{Title}\n\n{Text}\n\n{Author}\n\n{Life}\n\n{ListHead}\n\n{string.Concat(Posts.Select(post => $"{post.Title}\n\n{post.Age}\n\n"))}";

    /// <summary>Everything is named for what it is.</summary>
    public string WithNames() => Page(
        $"""
        <main><article class="post"><span class="kicker">{Kicker}</span><h1>{Title}</h1><div class="entry-content">{Body}</div>
        <div class="author-box"><h4>{Author}</h4><p>{Life}</p></div></article>
        <section class="related-posts"><h3>{ListHead}</h3><ul>{string.Concat(Posts.Select(post => $"<li><a href=\"/x/{post.Title.Length}\">{post.Title}</a> <time>{post.Age}</time></li>"))}</ul></section></main>
        """);

    /// <summary>Nothing is named.</summary>
    public string WithoutNames() => Page(
        $"""
        <div><div><div class="kicker">{Kicker}</div><h1>{Title}</h1><div>{Body}</div><div><h4>{Author}</h4><p>{Life}</p></div></div>
        <div><h3>{ListHead}</h3>{string.Concat(Posts.Select(post => $"<div><a href=\"/x/{post.Title.Length}\">{post.Title}</a><p>{post.Age}</p></div>"))}</div></div>
        """);

    /// <summary>The other posts stand in a sidebar before the story.</summary>
    public string WithSidebarFirst() => Page(
        $"""
        <aside id="sidebar"><h2>{ListHead}</h2>{string.Concat(Posts.Select(post => $"<article><h3><a href=\"/x/{post.Title.Length}\">{post.Title}</a></h3><span class=\"date\">{post.Age}</span></article>"))}</aside>
        <div id="content"><p class="kicker">{Kicker}</p><h1>{Title}</h1>{Body}<p><strong>{Author}</strong></p><p>{Life}</p></div>
        """);

    private string Body => string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p>\n"));

    private string Page(string body) =>
        $"<!doctype html><html lang=\"{Language}\"><head><title>{Title}</title></head><body><nav><a href=\"/\">Home</a></nav>{body}<footer>© 2026 Larnow Herald</footer></body></html>";
}

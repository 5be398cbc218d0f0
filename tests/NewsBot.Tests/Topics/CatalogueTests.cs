using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsBot.Text;
using NewsBot.Topics;
using NewsBot.Topics.Matching;

namespace NewsBot.Tests.Topics;

public sealed class CatalogueTests
{
    [Fact]
    public void No_name_stands_for_two_topics_or_twice_for_one()
    {
        var owners = new Dictionary<string, string>();
        var offences = new List<string>();
        foreach (var entry in TopicCatalogue.Entries)
        {
            foreach (var name in TopicCatalogue.NamesOf(entry))
            {
                if (!owners.TryAdd(TopicCatalogue.KeyOf(Tokenizer.Tokenize(name)), entry.Name))
                {
                    offences.Add($"{entry.Name}\t{name}\t(of {owners[TopicCatalogue.KeyOf(Tokenizer.Tokenize(name))]})");
                }
            }
        }

        Assert.True(offences.Count == 0, string.Join('\n', offences));
    }

    [Fact]
    public void Every_name_is_found_in_an_article_and_read_as_its_topic()
    {
        var dead = TopicCatalogue.Entries
            .SelectMany(entry => TopicCatalogue.NamesOf(entry).Select(name => (entry.Name, Alias: name)))
            .Where(pair => Some.Query(pair.Alias).Name != pair.Name || !Some.Matches(pair.Name, $"so {pair.Alias} is so"))
            .Select(pair => $"{pair.Name}\t{pair.Alias}")
            .ToList();
        Assert.True(dead.Count == 0, string.Join('\n', dead));
    }

    /// <summary>Whoever changes the catalogue raises its version, and writes here the fingerprint that the failure shows.</summary>
    [Fact]
    public void A_change_of_the_catalogue_has_a_new_version()
    {
        var entries = string.Join('\n', TopicCatalogue.Entries.Select(entry => JsonSerializer.Serialize(entry)));
        var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(entries)))[..16];
        Assert.Equal((2, "D609B4336B613E20"), (TopicCatalogue.Version, fingerprint));
    }

    [Fact]
    public void Every_exception_has_something_to_except()
    {
        var idle = TopicCatalogue.Entries
            .SelectMany(entry => (entry.Except ?? []).Select(except => (entry, except)))
            .Where(pair => Some.Matches(pair.entry.Name, pair.except) || !Holds(pair.entry, pair.except))
            .Select(pair => $"{pair.entry.Name}\t{pair.except}")
            .ToList();
        Assert.True(idle.Count == 0, string.Join('\n', idle));
    }

    /// <summary>Words of the interface languages that are written like an acronym.</summary>
    private const string Words =
        "us who it ice ai un eu ue on es se la le de du au aux en as is am an at be by do go he if in me my no of or so to up we ki ist im um ab er sie wir die der das "
        + "les des est son sur par par eau ils nos vos mes fin los las por con del sin sus muy ya ni mi tu yo el al fue era hay aid aids act all and any are sot ose imo iom";

    [Fact]
    public void No_acronym_is_found_in_a_word_in_small_letters()
    {
        var words = Words.Split(' ').ToHashSet();
        var wrong = TopicCatalogue.Entries
            .SelectMany(entry => TopicCatalogue.NamesOf(entry).Select(name => (entry.Name, Alias: name)))
            .Where(pair => pair.Alias.Length <= 5 && words.Contains(pair.Alias.ToLowerInvariant()) && Some.Matches(pair.Name, $"so {pair.Alias.ToLowerInvariant()} is so"))
            .Select(pair => $"{pair.Name}\t{pair.Alias}")
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_catalogue_holds_every_country_in_every_language_of_the_interface()
    {
        var countries = TopicCatalogue.Entries.Where(entry => entry.Name is "North Korea" or "Switzerland" or "Côte d'Ivoire" or "Zambia" or "Timor-Leste");
        Assert.Equal(5, countries.Count());
        Assert.True(TopicCatalogue.Entries.Count >= 700);
        foreach (var (typed, name) in new[] { ("Швейцарія", "Switzerland"), ("Elfenbeinküste", "Côte d'Ivoire"), ("Zambie", "Zambia"), ("Corea del Norte", "North Korea"), ("東ティモール", "Timor-Leste"), ("سويسرا", "Switzerland"), ("瑞士", "Switzerland"), ("스위스", "Switzerland") })
        {
            Assert.Equal(name, Some.Query(typed).Name);
        }
    }

    private static bool Holds(CatalogueEntry entry, string text)
    {
        var article = Some.Article(text);
        return TopicCatalogue.Find(Tokenizer.Tokenize(entry.Name))!.Names.Any(name => PhraseFinder.Find(name, article).Count > 0);
    }

    [Theory]
    [InlineData("dprk", "North Korea")]
    [InlineData("North Koreans", "North Korea")]
    [InlineData("Північна Корея", "North Korea")]
    [InlineData("북한", "North Korea")]
    [InlineData("朝鲜", "North Korea")]
    [InlineData("нато", "NATO")]
    [InlineData("OTAN", "NATO")]
    [InlineData("u.s.", "United States")]
    [InlineData("who", "World Health Organization")]
    [InlineData("Zelenskyy", "Volodymyr Zelenskyy")]
    [InlineData("Yoon Suk-yeol", "Yoon Suk Yeol")]
    [InlineData("orban", "Viktor Orbán")]
    [InlineData("Україну", "Ukraine")]
    [InlineData("Kremlin", "Kremlin")]
    [InlineData("Seoul", "Seoul")]
    public void A_topic_is_known_by_its_names(string typed, string name) => Assert.Equal(name, Some.Query(typed).Name);

    [Theory]
    [InlineData("Росія", "на території Росії; з Росією; російських військ")]
    [InlineData("Russia", "в России и с Россией")]
    [InlineData("Vietnam", "во Вьетнаме")]
    [InlineData("Vietnam", "до В’єтнаму")]
    [InlineData("North Korea", "війська Північної Кореї")]
    [InlineData("North Korea", "с Северной Кореей")]
    [InlineData("North Korea", "북한이 미사일을 발사했다")]
    [InlineData("North Korea", "Nordkoreas Truppen")]
    [InlineData("North Korea", "die nordkoreanischen Truppen")]
    [InlineData("North Korea", "les troupes nord-coréennes")]
    [InlineData("Sanctions", "новий пакет санкцій")]
    [InlineData("India", "в Індії та з Индией")]
    [InlineData("NATO", "саміт нато")]
    [InlineData("Germany", "der deutschen Regierung")]
    [InlineData("Congo", "in the Republic of the Congo")]
    public void A_name_is_found_in_its_cases(string topic, string text) => Assert.True(Some.Matches(topic, text));

    [Theory]
    [InlineData("North Korea", "the South Korean army")]
    [InlineData("South Korea", "the North Korean army")]
    [InlineData("South Korea", "the Democratic People's Republic of Korea")]
    [InlineData("Guinea", "Papua New Guinea and a guinea pig")]
    [InlineData("Congo", "in the Democratic Republic of the Congo")]
    [InlineData("Turkey", "they roast a turkey")]
    [InlineData("Poland", "polish the shoes")]
    [InlineData("United States", "tell us more of South America")]
    [InlineData("European Union", "Euro-Atlantic regions of Europe, où il a eu lieu")]
    [InlineData("Quran", "the South Koran intelligence")]
    [InlineData("Hungary", "a hungry reader")]
    [InlineData("Russia", "Moscow and the Kremlin")]
    [InlineData("Donald Trump", "facts trump opinions")]
    [InlineData("Samoa", "в самой Москве")]
    [InlineData("India", "інді-музика")]
    [InlineData("Federal Reserve", "the Fed Cup final")]
    public void A_topic_is_not_found_in_what_only_looks_like_it(string topic, string text) => Assert.False(Some.Matches(topic, text));
}

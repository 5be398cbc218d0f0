using NewsBot.Text;

namespace NewsBot.Tests.Text;

public sealed class TokenizerTests
{
    private const string Signs = "'’.-\n ·\u00AD\u200D북한朝鲜";

    [Theory]
    [InlineData("NATO's plan", "nato plan")]
    [InlineData("NATO’s plan", "nato plan")]
    [InlineData("der Nato-Gipfel", "der nato gipfel")]
    [InlineData("Russia-Ukraine war", "russia ukraine war")]
    [InlineData("Yoon Suk-yeol", "yoon suk yeol")]
    [InlineData("l’Iran et l'OTAN", "l iran et l otan")]
    [InlineData("the U.S. and the U.K.-led group", "the us and the uk led group")]
    [InlineData("J. D. Vance", "j d vance")]
    [InlineData("ＮＡＴＯ", "nato")]
    [InlineData("Straße, Ёлка, Київ", "strasse елка київ")]
    [InlineData("co\u00ADoperation", "cooperation")]
    [InlineData("see https://nato.example/nato?x=nato or www.nato.example now", "see or now")]
    [InlineData("COVID-19 and 5G", "covid 19 and 5g")]
    [InlineData("F35, F-35 and F 35", "f 35 f 35 and f 35")]
    [InlineData("the 1990s, 5G, 3D and 2026budget", "the 1990s 5g 3d and 2026budget")]
    [InlineData("Übung7 im Raum3", "übung 7 im raum 3")]
    [InlineData("القاهرة ـ رويترز", "القاهرة رويترز")]
    [InlineData("朝鲜半岛", "朝鲜 鲜半 半岛")]
    [InlineData("북한이 왔다", "^북한 한이 ^왔다")]
    [InlineData("NATO峰会", "nato 峰会")]
    [InlineData("", "")]
    [InlineData("— … !", "")]
    public void A_text_is_parted_into_folded_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Tokenizer.Tokenize(Tokenizer.Compose(text)).Select(token => token.Term.Word)));

    [Theory]
    [InlineData("NATO", TokenShape.Upper)]
    [InlineData("U.S.", TokenShape.Upper)]
    [InlineData("Orbán", TokenShape.Capitalised)]
    [InlineData("McDonald", TokenShape.Capitalised)]
    [InlineData("iPhone", TokenShape.Lower)]
    [InlineData("2026", TokenShape.Caseless)]
    [InlineData("북한", TokenShape.Caseless)]
    [InlineData("КНДР", TokenShape.Upper)]
    internal void A_word_keeps_how_it_is_written(string word, TokenShape shape) =>
        Assert.Equal(shape, Tokenizer.Tokenize(word)[0].Shape);

    [Theory]
    [InlineData("north korea", true)]
    [InlineData("north\nkorea", true)]
    [InlineData("St. Petersburg", true)]
    [InlineData("Paris, Texas", true)]
    [InlineData("north. Korea", false)]
    [InlineData("north: Korea", false)]
    [InlineData("north\n\nKorea", false)]
    public void Words_are_neighbours_within_a_sentence(string text, bool neighbours)
    {
        var tokens = Tokenizer.Tokenize(text);
        Assert.Equal(neighbours, tokens[1].Position == tokens[0].Position + 1);
    }

    [Fact]
    public void A_token_points_at_its_word_in_the_text()
    {
        const string text = "“NATO’s” U.S. émigré";
        Assert.Equal(["NATO", "U.S.", "émigré"], Tokenizer.Tokenize(text).Select(token => text.Substring(token.Start, token.Length)));
    }

    [Theory]
    [InlineData("ـ")]
    [InlineData("ـــ ـ")]
    [InlineData("\uFE70 \uFE71 \uFE7D")]
    [InlineData("\uFC5E \uFCF2")]
    [InlineData("ʰ ˈ ˁ")]
    [InlineData("\u0640\u064B")]
    [InlineData("ﷺ ﷲ")]
    public void No_word_is_empty_in_any_of_its_forms(string text)
    {
        foreach (var token in Tokenizer.Tokenize(Tokenizer.Compose(text)))
        {
            Assert.All([token.Term.Word, token.Term.Plain, token.Term.Stem], form => Assert.NotEqual("", form.Trim()));
        }
    }

    [Fact]
    public void Any_text_from_outside_can_be_segmented()
    {
        var random = new Random(20261);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, 40).Select(_ => Odd(random))]);
            var composed = Tokenizer.Compose(text);
            var tokens = Tokenizer.Tokenize(composed);
            Assert.All(tokens, token => Assert.InRange(token.End, 1, composed.Length));
            Assert.All(tokens, token => Assert.True(token.Term is { Word.Length: > 0, Plain.Length: > 0, Stem.Length: > 0 }));
            Assert.Equal(tokens.Select(token => token.Position).Order(), tokens.Select(token => token.Position));
        }
    }

    /// <summary>Words between plain signs are found many letters at a time: neither their places nor the kind of space may change them.</summary>
    [Fact]
    public void A_text_is_parted_alike_wherever_it_stands_and_whatever_spaces_it_has()
    {
        var random = new Random(20262);
        string[] parts = ["NATO", "troops", "a", "7", "U.S.", "F35", "x9y", "9x", "s", "'s", "’s", "www.a.example", "http://a", "Orbán", "北朝鮮", ".", ",", "-", "(", ")", "\"", "!", "\n\n", new('x', 70)];
        for (var round = 0; round < 1_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 30).Select(_ => parts[random.Next(parts.Length)] + (random.Next(3) == 0 ? "" : " ")));
            var tokens = Described(text, 0);
            var before = random.Next(140);
            Assert.Equal(tokens, Described(new string(' ', before) + text, before));
            Assert.Equal(tokens, Described(text.Replace(' ', '\u2003'), 0));
        }
    }

    private static List<(string Word, TokenShape Shape, int Position, int Start, int Length)> Described(string text, int from) =>
        [.. Tokenizer.Tokenize(text).Select(token => (token.Term.Word, token.Shape, token.Position, token.Start - from, token.Length))];

    private static char Odd(Random random) => random.Next(6) switch
    {
        0 => (char)random.Next(0x20, 0x7F),
        1 => (char)random.Next(0xD800, 0xE000),
        2 => (char)random.Next(0x300, 0x530),
        3 => Signs[random.Next(Signs.Length)],
        4 => (char)random.Next(0xFE00, 0xFFFF),
        _ => (char)random.Next(1, 0xFFFF),
    };
}

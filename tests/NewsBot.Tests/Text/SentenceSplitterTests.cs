using NewsBot.Text;

namespace NewsBot.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("en", "Mr. Smith met Dr. J. R. Jones at 3.5 per cent.| They spoke in the U.S. Senate.| It ended at 5 p.m.| The vote failed.")]
    [InlineData("en", "The firm Acme Inc. Wednesday said so.| Nothing else happened.")]
    [InlineData("en", "He lives in the U.S.| The house is big.")]
    [InlineData("en", "“We are worried. We have no evidence. But we know,” said Rutte.| Seoul agreed.")]
    [InlineData("en", "“It is over.”| He left.| \"Is it?\" she asked.| Nobody knew!| “There will be war!” Smith said.")]
    [InlineData("en", "It rose 2.5 points (see p. 3. It fell before.) in May.| See news.example.com for more.")]
    [InlineData("en", "Wait... what?| Yes.")]
    [InlineData("de", "Am 3. Oktober kam Dr. Müller z.B. nach Köln.| „Wir gehen. Jetzt“, sagte er.| Es kostet 3,5 Mio. Euro.| Das war alles.")]
    [InlineData("de", "Er sagte: »Nein. Niemals.« Danach ging er.| Ende.")]
    [InlineData("es", "El Sr. García habló ayer.| ¿Quién lo sabe?| ¡Nadie!| La Sra. López calló.")]
    [InlineData("fr", "M. Dupont a dit : « Non. Jamais. » Mme Durand a ri.| C’est fini.")]
    [InlineData("uk", "Це сталося у 2024 р.| Президент прибув до м. Київ.| «Так. Ні», — сказав він.| Кінець.")]
    [InlineData("ru", "Это стоит 5 млн руб.| Президент прибыл в г. Киев.| «Да. Нет», — сказал А. С. Иванов.| Конец.")]
    public void Sentences_end_where_a_reader_would_end_them(string language, string marked)
    {
        var expected = marked.Split('|').Select(sentence => sentence.Trim()).ToList();
        var text = string.Join(' ', expected);

        Assert.Equal(string.Join('|', expected), string.Join('|', SentenceSplitter.Split(text, language)));
    }

    [Fact]
    public void An_empty_line_ends_a_sentence_without_a_full_stop() =>
        Assert.Equal(["A head", "And a sentence."], SentenceSplitter.Split("A head\n\nAnd a sentence.", "en"));

    [Fact]
    public void A_quotation_that_never_closes_encloses_nothing() =>
        Assert.Equal(["“We go on.", "It is late."], SentenceSplitter.Split("“We go on. It is late.", "en"));

    [Theory]
    [InlineData("“Yes,” he said.", true)]
    [InlineData("„Ja“, sagte er.", true)]
    [InlineData("We go,” he said.", false)]
    [InlineData("“We go on.", false)]
    [InlineData("It said \"no\" and don’t.", true)]
    public void Balance_is_told(string text, bool isBalanced) => Assert.Equal(isBalanced, SentenceEnclosures.AreBalanced(text));

    [Fact]
    public void Nothing_is_lost_or_changed()
    {
        var text = string.Concat(Enumerable.Repeat("A. “b c. ( d! \" e? «f. ", 50)).Trim();

        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(SentenceSplitter.Split(text, null)).Replace(" ", "", StringComparison.Ordinal));
    }
}

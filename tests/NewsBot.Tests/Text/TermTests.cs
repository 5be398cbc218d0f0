using NewsBot.Text;

namespace NewsBot.Tests.Text;

public sealed class TermTests
{
    [Theory]
    [InlineData("Orbán", "orbán", "orban")]
    [InlineData("ORBA\u0301N", "orbán", "orban")]
    [InlineData("Łódź", "łódź", "lodz")]
    [InlineData("København", "københavn", "kobenhavn")]
    [InlineData("Київ", "київ", "київ")]
    [InlineData("Майдан", "майдан", "майдан")]
    [InlineData("Украї\u0301на", "украї\u0301на", "україна")]
    [InlineData("ΝΑΤΟΣ", "νατοσ", "νατοσ")]
    [InlineData("İstanbul", "istanbul", "istanbul")]
    public void Accents_go_and_letters_stay(string surface, string word, string plain)
    {
        var term = Term(surface);
        Assert.Equal((word, plain), (term.Word, term.Plain));
    }

    [Theory]
    [InlineData("troops", "troop")]
    [InlineData("countries", "country")]
    [InlineData("clashes", "clash")]
    [InlineData("taxes", "tax")]
    [InlineData("women", "woman")]
    [InlineData("men", "man")]
    [InlineData("Koreans", "korean")]
    [InlineData("Nordkoreas", "nordkorea")]
    [InlineData("nordkoreanischen", "nordkoreanische")]
    [InlineData("Росії", "Росія")]
    [InlineData("Россией", "Россия")]
    [InlineData("Північної", "Північна")]
    [InlineData("Кореєю", "Корея")]
    [InlineData("санкцій", "санкції")]
    [InlineData("Путиным", "Путин")]
    [InlineData("Лаврову", "Лавров")]
    [InlineData("Вьетнама", "Вьетнам")]
    [InlineData("Sanktionen", "Sanktion")]
    [InlineData("Regierungen", "Regierung")]
    [InlineData("elecciones", "elección")]
    [InlineData("ciudades", "ciudad")]
    [InlineData("κυβέρνησης", "κυβέρνηση")]
    [InlineData("εκλογών", "εκλογές")]
    [InlineData("الحكومة", "حكومة")]
    [InlineData("والحكومة", "الحكومة")]
    [InlineData("إيران", "ايران")]
    public void Number_and_case_do_not_make_another_word(string one, string other) => Assert.Equal(Term(one).Stem, Term(other).Stem);

    [Theory]
    [InlineData("Hungarian", "Hungary")]
    [InlineData("Hungary", "hungry")]
    [InlineData("news", "new")]
    [InlineData("AIDS", "aid")]
    [InlineData("Koran", "Korean")]
    [InlineData("virus", "viru")]
    [InlineData("crisis", "crisi")]
    [InlineData("Мексика", "мексиканский")]
    [InlineData("Ирак", "Иран")]
    [InlineData("donato", "NATO")]
    public void Another_word_stays_another_word(string one, string other) => Assert.NotEqual(Term(one).Stem, Term(other).Stem);

    private static Term Term(string surface) => Tokenizer.Tokenize(Tokenizer.Compose(surface))[0].Term;
}

using NewsBot.Text;

namespace NewsBot.Tests.Text;

/// <summary>
/// Words with their forms, as grammars list them: a file per language in the folder Inflections, a word and its forms in each line.
/// </summary>
public sealed class InflectionTests
{
    private const double LowestRecall = 0.98;
    private const double HighestFalseJoins = 0.01;

    public static TheoryData<string> Languages => ["en", "de", "fr", "es", "uk", "ru"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_word_is_found_in_its_forms_and_not_in_other_words(string language)
    {
        var list = InflectionList.Read(language);
        Assert.True(list.Words.Count >= 200);
        Assert.True(list.Missed.Count <= (1 - LowestRecall) * list.FormCount, $"Not found: {string.Join(", ", list.Missed)}");
        Assert.True(list.FalseJoins.Count <= HighestFalseJoins * list.Words.Count, $"Joined: {string.Join(", ", list.FalseJoins)}");
    }

    [Theory]
    [InlineData("Williams", "William")]
    [InlineData("Hamas", "Hama")]
    [InlineData("heroine", "heroin")]
    [InlineData("plane", "plan")]
    [InlineData("franc", "France")]
    [InlineData("Julie", "July")]
    [InlineData("eastern", "Easter")]
    [InlineData("Japanese", "Japan")]
    [InlineData("Engländer", "England")]
    [InlineData("réfugié", "refuge")]
    [InlineData("marché", "march")]
    [InlineData("curdo", "cuerdo")]
    [InlineData("Иванов", "Иван")]
    [InlineData("Медведев", "медведь")]
    [InlineData("остров", "острый")]
    [InlineData("Песков", "песок")]
    [InlineData("Ангола", "Англия")]
    [InlineData("Нігерія", "Нігер")]
    [InlineData("військовий", "військо")]
    [InlineData("місто", "міст")]
    public void Words_that_look_related_stay_apart(string one, string other) => Assert.NotEqual(StemOf(one), StemOf(other));

    [Theory]
    [InlineData("Duesseldorf", "Düsseldorf")]
    [InlineData("Dusseldorf", "Düsseldorf")]
    [InlineData("Goettingen", "Göttingen")]
    [InlineData("Zuerich", "Zürich")]
    [InlineData("Haefen", "Häfen")]
    [InlineData("בירושלים", "ירושלים")]
    [InlineData("והממשלה", "ממשלה")]
    public void Spellings_of_one_word_meet(string one, string other) => Assert.Equal(StemOf(one), StemOf(other));

    private static string StemOf(string word) => Tokenizer.Tokenize(Tokenizer.Compose(word))[0].Term.Stem;
}

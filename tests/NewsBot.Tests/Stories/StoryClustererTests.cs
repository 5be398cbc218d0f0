using NewsBot.Stories;
using NewsBot.Tests.Articles;

namespace NewsBot.Tests.Stories;

public sealed class StoryClustererTests
{
    private readonly RecentStories desk = new();
    private long articles;

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Events_in_several_wordings_are_grouped_and_look_alikes_are_not(string language)
    {
        var wrong = new List<string>();
        var (story, isNew) = (0L, true);
        foreach (var line in Shuffled(language == "en" ? EnglishEvents.Text : GermanEvents.Text))
        {
            var found = Tell(line.Title, line.Text, language);
            stories.TryGetValue(line.Event, out story);
            isNew = story == 0;
            stories[line.Event] = isNew ? found.Story : story;
            wrong.AddRange((isNew ? found.Story != found.Article : found.Story != story) ? [$"{line.Event}: {line.Title} → {found.Story}"] : []);
            wrong.AddRange(found.IsDevelopment ? [$"No development: {line.Title}"] : []);
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("Death toll in Kirrin valley earthquake rises to 31", "The death toll of the earthquake in the Kirrin valley of Menland has risen to 31. In Torro rescuers found more bodies under the school, said governor Luisa Amado. Rescuers from Dorrow still dig.", true)]
    [InlineData("Builder of Torro's school arrested after earthquake in Menland", "The police in Menland have arrested Hugo Pardo, who built the school of Torro. It collapsed in the earthquake that killed 14 people in the Kirrin valley. Governor Luisa Amado spoke of cheap concrete.", true)]
    [InlineData("Earthquake of 6.2 in the Kirrin valley leaves at least 14 dead", "At least 14 dead and a fallen school: the earthquake of 6.2 hit the Kirrin valley in Menland hard. Luisa Amado, the governor, thanked the rescuers from Dorrow who came to Torro.", false)]
    public void A_development_is_new_numbers_or_actors_with_a_change_of_state(string title, string text, bool isDevelopment)
    {
        var first = Tell("Quake of strength 6.2 shakes Kirrin valley, 14 dead", "An earthquake of strength 6.2 has shaken the Kirrin valley in Menland. At least 14 people died in the village of Torro, where the school collapsed. Rescuers from Dorrow dug through the night, said governor Luisa Amado.", "en");

        var later = Tell(title, text, "en");

        Assert.Equal((first.Story, isDevelopment), (later.Story, later.IsDevelopment));
    }

    [Theory]
    [InlineData("The Varby Times", "Earthquake of 6.2 in the Kirrin valley leaves at least 14 dead", true)]
    [InlineData("The Menland Post", "Earthquake of 6.2 in the Kirrin valley leaves at least 14 dead", false)]
    [InlineData("The Menland Post", "Death toll in Kirrin valley earthquake rises to 31", true)]
    public void What_a_publisher_tells_again_is_a_story_of_its_own_unless_it_is_a_development(string publisher, string title, bool isTheSame)
    {
        var first = Tell("Quake of strength 6.2 shakes Kirrin valley, 14 dead", "An earthquake of strength 6.2 has shaken the Kirrin valley in Menland. At least 14 people died in the village of Torro, where the school collapsed. Rescuers from Dorrow dug through the night, said governor Luisa Amado.", "en", publisher: "The Menland Post");

        var later = Tell(title, $"{title}, where the earthquake made the school of Torro in Menland collapse. Luisa Amado, the governor, thanked the rescuers from Dorrow.", "en", publisher: publisher);

        Assert.Equal(isTheSame, first.Story == later.Story);
    }

    [Fact]
    public void The_same_words_days_later_are_another_story()
    {
        const string text = "Rain and wind from the west come to Larnow on Monday, the office in Varby says. Towards the evening it clears, with 12 degrees on the harbour and 9 in the hills of Sella.";
        var first = Tell("Rain in Larnow", text, "en");

        Assert.NotEqual(first.Story, Tell("Rain in Larnow", text, "en", Some.Now + TimeSpan.FromDays(4)).Story);
    }

    [Fact]
    public void Beyond_its_capacity_the_oldest_articles_are_forgotten()
    {
        var grouping = new StoryClusterer(capacity: 3);
        ArticleVector Read(int number) => grouping.Read($"Mayor Holm{number} opens Bridge{number}", $"On Monday mayor Holm{number} opened the Bridge{number} in Larnow{number}.", "en", null, Some.Now);
        for (var id = 1; id <= 9; id++)
        {
            grouping.Add(id, id, Read(id));
        }

        Assert.Null(grouping.Find(Read(1)));
        Assert.Equal(9, grouping.Find(Read(9)));
    }

    private readonly Dictionary<string, long> stories = [];

    private (long Article, long Story, bool IsDevelopment) Tell(string title, string text, string language, DateTimeOffset? at = null, string? publisher = null)
    {
        var reading = desk.Read(title, text, language, publisher, at ?? Some.Now);
        var story = desk.FindStory(reading);
        var isDevelopment = story is { } known && desk.IsDevelopment(known, reading);
        articles++;
        desk.Keep(articles, story ?? articles, reading);
        return (articles, story ?? articles, isDevelopment);
    }

    /// <summary>In an order in which no event is told at one go. A look-alike is an event of its own.</summary>
    private static List<(string Event, string Title, string Text)> Shuffled(string lines)
    {
        var (events, told) = (0, new List<(string Event, string Title, string Text)>());
        var last = '-';
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            events += line[0] == '-' || last == '-' ? 1 : 0;
            last = line[0];
            var parts = line[2..].Split(" | ");
            told.Add(($"{events}", parts[0], parts[1]));
        }

        return [.. told.Index().OrderBy(line => line.Index * 7 % told.Count).Select(line => line.Item)];
    }
}

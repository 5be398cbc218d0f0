using NewsBot.Stories;
using NewsBot.Stories.Clustering;
using NewsBot.Stories.Vectors;
using NewsBot.Tests.Articles;

namespace NewsBot.Tests.Stories;

public sealed class StoryClustererTests
{
    private readonly ArticlePreparer preparer = new();
    private readonly StoryClusterer clusterer = new(RecentStories.DefaultCapacity);
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

    [Fact]
    public void A_monitor_that_reports_an_outage_twice_tells_two_stories()
    {
        for (var number = 0; number < 10; number++)
        {
            Tell($"Ferry {number} to Sandvik{number} runs again", $"The ferry from Larnow to Sandvik{number} runs again since Monday, captain Holm{number} said.", "en", publisher: "Example Status");
        }

        var down = Tell("Payments in Frankfurt: down", "Since 09:10 UTC the payment service in Frankfurt has been down. Customers cannot pay by card. Our engineers look into it.", "en", publisher: "Example Status");
        var restored = Tell("Payments in Frankfurt: restored", "At 09:40 UTC the payment service in Frankfurt was restored. Customers can pay by card again. Our engineers keep watching it.", "en", publisher: "Example Status");
        var downAgain = Tell("Payments in Frankfurt: down", "Since 11:05 UTC the payment service in Frankfurt has been down. Customers cannot pay by card. Our engineers look into it.", "en", publisher: "Example Status");
        var restoredAgain = Tell("Payments in Frankfurt: restored", "At 11:20 UTC the payment service in Frankfurt was restored. Customers can pay by card again. Our engineers keep watching it.", "en", publisher: "Example Status");

        Assert.All([down, restored, downAgain, restoredAgain], report => Assert.True(report.IsDevelopment || report.Story == report.Article));
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
        var small = new StoryClusterer(capacity: 3);
        ArticleVector Read(int number) => preparer.Prepare($"Mayor Holm{number} opens Bridge{number}", $"On Monday mayor Holm{number} opened the Bridge{number} in Larnow{number}.", "en", null, Some.Now).Vector;
        for (var id = 1; id <= 9; id++)
        {
            small.Add(id, id, Read(id), []);
        }

        Assert.Null(small.Place(Read(1)).Story);
        Assert.Equal(9, small.Place(Read(9)).Story);
        Assert.Equal(3, small.Count);
    }

    private readonly Dictionary<string, long> stories = [];

    private (long Article, long Story, bool IsDevelopment) Tell(string title, string text, string language, DateTimeOffset? at = null, string? publisher = null)
    {
        var vector = preparer.Prepare(title, text, language, publisher, at ?? Some.Now).Vector;
        var placement = clusterer.Place(vector);
        var story = placement.Story;
        var isDevelopment = story is { } known && clusterer.IsDevelopment(known, vector);
        articles++;
        clusterer.Add(articles, story ?? articles, vector, placement.Neighbours);
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

using Microsoft.EntityFrameworkCore;
using NewsBot.Commands;
using NewsBot.Commands.Sourcing;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Messages;

/// <summary>Holds what people are told of their data against the store's schema.</summary>
public sealed class PrivacyTests : IDisposable
{
    private readonly TemporaryStore store = new();

    private static string Page { get; } = File.ReadAllText(FindPage());

    public void Dispose() => store.Dispose();

    [Fact]
    public void Docs_name_every_table_and_every_column_of_those_about_chats()
    {
        using var db = store.Open();
        var described = Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1].Trim('`'), cells => cells[2].Split(", ").Order().ToList());
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            if (described.TryGetValue(table.Name, out var columns))
            {
                Assert.Equal($"{table.Name}: {string.Join(", ", table.Columns.Select(column => column.Name).Order())}", $"{table.Name}: {string.Join(", ", columns)}");
            }
            else
            {
                Assert.Contains($"`{table.Name}`", Page, StringComparison.Ordinal);
                Assert.DoesNotContain(table.Columns, column => column.Name is "ChatId" or "AdminId" or "UserId" or "SubscriberId" or "Json");
            }
        }
    }

    [Fact]
    public void Every_time_that_people_are_told_is_the_one_that_holds()
    {
        var (messages, searches, updates) = (DeliveryPruning.Kept.Days, DiscoveryWorker.KeptFor.Days, InboxUpdate.RememberedFor.Days);
        Assert.All(Texts.All, texts => Assert.All([messages, searches, updates], days => Assert.Contains($"{days} days", texts.Privacy(messages, searches, updates), StringComparison.Ordinal)));
        Assert.Contains($"| {messages} days after it was sent; Body of a reply until it is sent |", Page, StringComparison.Ordinal);
        Assert.Contains($"| Address until answered; the rest {searches} days |", Page, StringComparison.Ordinal);
        Assert.Contains($"| Json until handled; the rest {updates} days |", Page, StringComparison.Ordinal);
    }

    private static string FindPage()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "docs", "privacy.md")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", "privacy.md");
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsBot.Storage.Sqlite;
using NewsBot.Topics.Queries;

namespace NewsBot.Benchmarks.Service;

/// <summary>A store with many subscriptions: each to a topic of its own, a hundred a chat. The chats are out of reach, so that nothing is sent to them.</summary>
internal static class SeededStore
{
    private const int TopicsOfAChat = 100;

    public static async Task CreateAsync(string file, IEnumerable<string> queries)
    {
        await using (var db = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite($"Data Source={file};Pooling=False").Options))
        {
            await db.Database.MigrateAsync();
        }

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await using var topic = Command(connection, "INSERT INTO Topics (Id, Name, Query, CreatedAt) VALUES ($id, $text, $text, 0) ON CONFLICT (Query) DO NOTHING");
        await using var subscriber = Command(
            connection,
            "INSERT INTO Subscribers (Id, ChatId, ThreadId, Kind, State, Language, CreatedAt) VALUES ($id, 5000000000 + $id, 0, 0, 1, 'en', 0)");
        await using var subscription = Command(
            connection,
            $"INSERT INTO Subscriptions (SubscriberId, TopicId, Level, CreatedAt) SELECT 1 + $id / {TopicsOfAChat}, $id, 1, 0 WHERE EXISTS (SELECT 1 FROM Topics WHERE Id = $id)");
        var id = 0;
        foreach (var query in queries)
        {
            if (TopicQuery.Parse(query) is TopicParse.Success { Query: var parsed })
            {
                id++;
                if (id % TopicsOfAChat == 0 || id == 1)
                {
                    Execute(subscriber, 1 + (id / TopicsOfAChat), "");
                }

                Execute(topic, id, parsed.Canonical);
                Execute(subscription, id, "");
            }
        }

        await transaction.CommitAsync();
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.Parameters.AddWithValue("$id", 0);
        command.Parameters.AddWithValue("$text", "");
        return command;
    }

    private static void Execute(SqliteCommand command, int id, string text)
    {
        command.Parameters["$id"].Value = id;
        command.Parameters["$text"].Value = text;
        command.ExecuteNonQuery();
    }
}

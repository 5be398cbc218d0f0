using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsBot.Storage;

namespace NewsBot.Topics;

/// <summary>
/// Adds matches in sets. An article of a store with a million topics has thousands, and the change tracker takes a third of a millisecond
/// for each.
/// </summary>
internal static partial class MatchWriter
{
    /// <summary>SQLite finds each parameter by its name among all of them, so that much larger sets are slower again.</summary>
    private const int RowsPerStatement = 20;

    private static readonly string[] Columns = ["ArticleId", "StoryId", "TopicId", "Level", "Score", "Why", "CreatedAt"];

    /// <summary>Adds those that are not stored yet, in the caller's transaction.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> AddAsync(NewsDb db, IReadOnlyList<Match> matches, CancellationToken cancellationToken)
    {
        var added = 0;
        await using var full = CommandOf(db, RowsPerStatement);
        foreach (var rows in matches.Chunk(RowsPerStatement))
        {
            if (rows.Length == RowsPerStatement)
            {
                added += await RunAsync(full, rows, cancellationToken);
                continue;
            }

            await using var rest = CommandOf(db, rows.Length);
            added += await RunAsync(rest, rows, cancellationToken);
        }

        return added;
    }

    private static DbCommand CommandOf(NewsDb db, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var names = Enumerable.Range(0, rows * Columns.Length).Select(index => string.Create(CultureInfo.InvariantCulture, $"@p{index}")).ToArray();
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        var values = names.Chunk(Columns.Length).Select(row => $"({string.Join(", ", row)}, 0)");
        command.CommandText =
            $"""
            INSERT INTO "Matches" ({string.Join(", ", Columns.Select(column => $"\"{column}\""))}, "FanOutCursor")
            VALUES {string.Join(", ", values)}
            ON CONFLICT ("ArticleId", "TopicId") DO NOTHING
            """;
        return command;
    }

    private static Task<int> RunAsync(DbCommand command, Match[] rows, CancellationToken cancellationToken)
    {
        var index = 0;
        foreach (var match in rows)
        {
            object[] values =
            [
                match.ArticleId, match.StoryId, match.TopicId, (int)match.Level, match.Score,
                JsonSerializer.Serialize(match.Why, MatchJson.Default.ListMatchReason), match.CreatedAt.UtcTicks,
            ];
            foreach (var value in values)
            {
                command.Parameters[index++].Value = value;
            }
        }

        return command.ExecuteNonQueryAsync(cancellationToken);
    }

    [JsonSerializable(typeof(List<MatchReason>))]
    private sealed partial class MatchJson : JsonSerializerContext;
}

using Microsoft.Data.Sqlite;

namespace NewsBot.EndToEnd.Tests;

/// <summary>The bot's store, seen and disturbed from another process.</summary>
internal sealed class StoreFile(string file, CancellationToken limit)
{
    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 20 }.ToString();

    public async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(limit);
        return connection;
    }

    /// <summary>How many rows there are of, for instance, <c>Deliveries WHERE State = 2</c>.</summary>
    public async Task<long> CountAsync(string rows)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {rows}";
        return (long)(await command.ExecuteScalarAsync(limit))!;
    }

    /// <summary>Returns when there are so many of the rows.</summary>
    public async Task HasAsync(long count, string rows)
    {
        while (await CountAsync(rows) != count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit);
        }
    }

    public async Task DoAsync(string statement, params IReadOnlyList<(string Name, object Value)> parameters)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync(limit);
    }

    /// <summary>
    /// From now on the bot's writes of one kind fail, so that it stays at the stage before: <c>INSERT ON Matches</c>,
    /// <c>UPDATE ON Deliveries WHEN NEW.State = 2</c>.
    /// </summary>
    public Task BarAsync(string write) => DoAsync($"CREATE TRIGGER Bar BEFORE {write} BEGIN SELECT RAISE(ABORT, 'barred by the test'); END");

    public Task UnbarAsync() => DoAsync("DROP TRIGGER IF EXISTS Bar");
}

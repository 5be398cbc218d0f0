using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.CommandLine;
using NewsBot.Storage.Sqlite;

namespace NewsBot.EndToEnd.Tests;

public sealed class FullDiskTests
{
    private const string Full = "The disk is full: nothing can be written to the store.";

    /// <summary>In this process, with SQLite's own limit of a file's size: the same error as of a full disk, on every machine.</summary>
    [Fact]
    public async Task A_store_that_cannot_grow_is_told_and_what_came_meanwhile_is_done_when_there_is_room()
    {
        await using var world = await EndToEnd.StartAsync();
        var room = new Room();
        var builder = ServiceHost.Builder(new Dictionary<string, string?>(world.Settings) { ["Storage:ConnectionString"] = $"Data Source={world.StoreFile};Pooling=False" });
        builder.Logging.ClearProviders();
        builder.Services.ConfigureDbContext<SqliteNewsDb>(options => options.AddInterceptors(room));
        await using var bot = ServiceHost.Build(builder);
        bot.Urls.Add(world.BotAddress.ToString());
        await ServiceHost.PrepareAsync(bot.Services);
        await bot.StartAsync(world.Limit);
        await world.Newsroom.PolledAsync(2, world.Limit);
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");

        await StoreInTrouble.IsOutlastedAsync(world, Full, () => room.EndAsync(world), room.BeginAsync);
        await bot.StopAsync(world.Limit);
    }

    /// <summary>As a process, on a disk that is really full; for that a small disk has to be made, which few may do.</summary>
    [Fact]
    public async Task A_full_disk_is_told_once_and_what_came_meanwhile_is_done_when_there_is_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a small disk.");
        await using var world = await EndToEnd.StartAsync();
        using var disk = SmallDisk.Mount(Path.GetDirectoryName(world.StoreFile)!);
        Assert.SkipWhen(disk is null, "This machine lets nobody mount a small disk.");
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");

        await StoreInTrouble.IsOutlastedAsync(world, Full, disk.FillAsync, disk.ClearAsync);

        var errors = bot.Printed.Split('\n').Where(line => line.Contains("error:", StringComparison.Ordinal));
        Assert.Contains(Full, Assert.Single(errors), StringComparison.Ordinal);
        Assert.Single(bot.Printed.Split('\n'), line => line.Contains("The store works again", StringComparison.Ordinal));
        await bot.KillAsync(world.Limit);
    }

    /// <summary>Whether the file may grow. SQLite takes the present size where a smaller limit is asked for.</summary>
    private sealed class Room : DbConnectionInterceptor
    {
        private volatile bool isOver;

        /// <summary>Fills what is left inside the file too, down to the last page.</summary>
        public async Task EndAsync(EndToEnd world)
        {
            isOver = true;
            await using var connection = await new StoreFile(world.StoreFile, world.Limit).OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE IF NOT EXISTS Filling (Bytes BLOB); PRAGMA max_page_count = 1;";
            await command.ExecuteNonQueryAsync(world.Limit);
            command.CommandText = "INSERT INTO Filling VALUES (zeroblob(3900))";
            await Assert.ThrowsAsync<SqliteException>(async () =>
            {
                while (true)
                {
                    await command.ExecuteNonQueryAsync(world.Limit);
                }
            });
        }

        public Task BeginAsync()
        {
            isOver = false;
            return Task.CompletedTask;
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {(isOver ? 1 : 1_000_000)}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>A disk in memory, of 8 MB.</summary>
    private sealed class SmallDisk(string folder) : IDisposable
    {
        private string Filling => Path.Combine(folder, "filling");

        public static SmallDisk? Mount(string folder) => Run("mount", "-t", "tmpfs", "-o", "size=8m", "newsbot-test", folder) ? new SmallDisk(folder) : null;

        public async Task FillAsync()
        {
            await using var file = File.Create(Filling, bufferSize: 1);
            await Assert.ThrowsAsync<IOException>(async () =>
            {
                while (true)
                {
                    await file.WriteAsync(new byte[4096]);
                }
            });
        }

        public Task ClearAsync()
        {
            File.Delete(Filling);
            return Task.CompletedTask;
        }

        /// <summary>Lazily, in case that somebody still has a file open.</summary>
        public void Dispose() => Run("umount", "-l", folder);

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}

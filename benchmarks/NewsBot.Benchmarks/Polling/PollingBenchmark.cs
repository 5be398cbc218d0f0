using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Hosting;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Benchmarks.Polling;

/// <summary>The real polling loop, fetcher, readers and store with thousands of feeds, each of a host of its own, on this machine.</summary>
internal sealed class PollingBenchmark : IDisposable
{
    /// <summary>Far below the default of a quarter of an hour: as much work as fifteen times the feeds would make.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Measured = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-benchmark-");
    private readonly List<double> lateness = [];
    private bool isMeasuring;

    public static async Task<int> RunAsync(int feeds)
    {
        using var benchmark = new PollingBenchmark();
        using var farm = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(PollingBenchmark).Assembly.Location, "feed-farm"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        var port = int.Parse((await farm.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        await benchmark.PollAsync(feeds, port);
        farm.StandardInput.Close();
        await farm.WaitForExitAsync();
        return 0;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task PollAsync(int feeds, int port)
    {
        using var host = Build();
        await SeedAsync(host.Services.GetRequiredService<IDbContextFactory<NewsDb>>(), feeds, port);
        using var listener = Listen();
        await host.StartAsync();
        await Task.Delay(Interval * 2, TimeProvider.System); // The first looks at all feeds at once are no figure of the everyday.
        isMeasuring = true;
        await Task.Delay(Measured, TimeProvider.System);
        isMeasuring = false;
        await host.StopAsync();
        Tell(feeds);
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.Configure<StorageOptions>(storage => storage.ConnectionString = $"Data Source={Path.Combine(folder.FullName, "newsbot.db")}");
        builder.Services.Configure<SourceOptions>(sources =>
            (sources.AllowPrivateNetworks, sources.MinimumInterval, sources.MaximumInterval) = (true, Interval, Interval * 1.2));
        builder.Services.AddSingleton<Func<string, CancellationToken, Task<IPAddress[]>>>((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        builder.Services.AddStorage().AddWorkers().AddSources();
        return builder.Build();
    }

    private static async Task SeedAsync(IDbContextFactory<NewsDb> stores, int feeds, int port)
    {
        await using var db = await stores.CreateDbContextAsync();
        await db.Database.MigrateAsync();
        var now = TimeProvider.System.GetUtcNow();
        db.Sources.AddRange(Enumerable.Range(0, feeds).Select(number => new Source
        {
            Address = $"http://feed-{number}.example:{port}/feed.xml",
            NextCheckAt = now + (number * Interval / feeds),
        }));
        await db.SaveChangesAsync();
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "newsbot.sources.lateness")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) =>
        {
            if (isMeasuring)
            {
                lateness.Add(seconds);
            }
        });
        listener.Start();
        return listener;
    }

    private void Tell(int feeds)
    {
        lateness.Sort();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"{feeds:N0} feeds, each looked at about once a minute");
        Console.WriteLine($"visits                   {lateness.Count,10:N0}   ({lateness.Count / Measured.TotalSeconds:F0} a second)");
        Console.WriteLine($"lateness                 {lateness[lateness.Count / 2],10:F2} s median, {lateness[lateness.Count * 99 / 100]:F2} s p99, {lateness[^1]:F2} s at most");
        Console.WriteLine($"resident memory          {self.WorkingSet64 / 1e6,10:F0} MB, {self.PeakWorkingSet64 / 1e6:F0} MB at most");
    }
}

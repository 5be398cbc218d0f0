using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewsBot.Benchmarks.Generated;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Topics.Matching;

namespace NewsBot.Benchmarks.Service;

/// <summary>The running program with many subscriptions, measured from outside of its process: start, memory, push, follow and leave.</summary>
internal sealed class ServiceBenchmark : IAsyncDisposable
{
    private const long Ben = 1002;
    private const int Repetitions = 7;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-benchmark-");
    private readonly Lexicon lexicon = new(new Random(1));
    private readonly Random random = new(2);
    private readonly SandboxServer sandbox;
    private readonly FeedSite site;
    private readonly int port = FreePort();
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(20));
    private Process? bot;

    private ServiceBenchmark(SandboxServer sandbox, FeedSite site) => (this.sandbox, this.site) = (sandbox, site);

    public static async Task<int> RunAsync(int subscriptions)
    {
        await using var benchmark = new ServiceBenchmark(await SandboxServer.StartAsync("http://127.0.0.1:0"), await FeedSite.StartAsync());
        await benchmark.SeedAsync(subscriptions);
        await benchmark.StartAsync();
        await benchmark.FollowAndPushAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is { HasExited: false })
        {
            bot.Kill();
            await bot.WaitForExitAsync();
        }

        bot?.Dispose();
        limit.Dispose();
        await sandbox.DisposeAsync();
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private string StoreFile => Path.Combine(folder.FullName, "newsbot.db");

    private async Task SeedAsync(int subscriptions)
    {
        GeneratedArticle[] archive = [.. Enumerable.Range(0, 20_000).Select(_ => GeneratedArticle.Create(lexicon, random))];
        await SeededStore.CreateAsync(StoreFile, new Subscriptions(lexicon, archive, random).Create(subscriptions).Select(subscription => subscription.Query));
        Console.WriteLine($"{subscriptions:N0} subscriptions in a store of {new FileInfo(StoreFile).Length / 1e6:F0} MB");
    }

    private async Task StartAsync()
    {
        var start = Stopwatch.GetTimestamp();
        bot = Process.Start(StartInfo())!;
        _ = bot.StandardOutput.ReadToEndAsync();
        _ = bot.StandardError.ReadToEndAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        while (!await IsReadyAsync(http))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Console.WriteLine($"ready after              {Stopwatch.GetElapsedTime(start).TotalSeconds,10:F1} s");
        var processor = await AskAsync("/topics");
        Console.WriteLine($"first answer             {processor.TotalMilliseconds,10:F0} ms");
    }

    private async Task FollowAndPushAsync()
    {
        // The first push also waits until all topics are read.
        await MedianAsync("follow, to the answer", 1, number => AskAsync($"/subscribe harbour{number} festival"));
        await MedianAsync("publish, to the first push", 1, PushAsync);
        Console.WriteLine($"resident memory          {Resident(),10:F0} MB");
        await MedianAsync("follow, to the answer", Repetitions, number => AskAsync($"/subscribe market{number} carnival"));
        await MedianAsync("publish, to the push", Repetitions, number => PushAsync(number + 1));
        await MedianAsync("leave, to the answer", Repetitions, number => AskAsync($"/unsubscribe market{number} carnival"));
        Console.WriteLine($"resident memory          {Resident(),10:F0} MB");
    }

    private static async Task MedianAsync(string what, int times, Func<int, Task<TimeSpan>> measure)
    {
        var taken = new List<double>();
        for (var number = 0; number < times; number++)
        {
            taken.Add((await measure(number)).TotalMilliseconds);
        }

        taken.Sort();
        Console.WriteLine($"{what,-26} {taken[times / 2],8:F0} ms   ({taken[0]:F0} to {taken[^1]:F0})");
    }

    private async Task<TimeSpan> AskAsync(string text)
    {
        var start = Stopwatch.GetTimestamp();
        var asked = await sandbox.Client.SendTextAsync(Ben, text);
        await sandbox.Client.WaitForMessageAsync(Ben, message => message.IsByBot && message.MessageId > asked.MessageId, limit.Token);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>An article about what Ben follows; the feed is asked for each second.</summary>
    private async Task<TimeSpan> PushAsync(int number)
    {
        var article = GeneratedArticle.Create(lexicon, random).Text;
        var title = string.Create(CultureInfo.InvariantCulture, $"Harbour0 festival opens door {number} of many");
        var start = Stopwatch.GetTimestamp();
        site.Publish(article with { Title = title, Text = $"Harbour0 festival opened door {number} on Monday. {article.Text}" });
        await sandbox.Client.WaitForMessageAsync(Ben, message => message.IsByBot && message.Text.StartsWith(title, StringComparison.Ordinal), limit.Token);
        return Stopwatch.GetElapsedTime(start);
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private double Resident()
    {
        bot!.Refresh();
        return bot.WorkingSet64 / 1e6;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), "run"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["Telegram__Token"] = new SandboxOptions().Token,
            ["Telegram__ApiUrl"] = sandbox.Address.ToString(),
            ["Storage__ConnectionString"] = $"Data Source={StoreFile}",
            ["Sources__Feeds__0"] = site.Address.ToString(),
            ["Sources__MinimumInterval"] = "00:00:01",
            ["Sources__MaximumInterval"] = "00:00:01",
            ["Sources__HostSpacing"] = "00:00:00",
            ["Sources__AllowPrivateNetworks"] = "true",
            ["Subscribers__PushesPerHour"] = "1000",
            ["Articles__FollowLinks"] = "false",
            ["Web__Url"] = $"http://127.0.0.1:{port}",
        })
        {
            start.Environment[key] = value;
        }

        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

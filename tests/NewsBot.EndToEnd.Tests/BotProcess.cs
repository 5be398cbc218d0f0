using System.Collections.Concurrent;
using System.Diagnostics;
using NewsBot.Sandbox;

namespace NewsBot.EndToEnd.Tests;

/// <summary>NewsBot as a process of its own, on its own store, against a Sandbox and a newsroom of the test's.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private BotProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it printed so far.</summary>
    public string Printed => string.Join('\n', lines);

    public static BotProcess Start(SandboxServer sandbox, Newsroom newsroom, string storeFile, params (string Key, string Value)[] settings) => Start(
        ["run", .. settings.SelectMany(setting => new[] { "--set", $"{setting.Key}={setting.Value}" })],
        new Dictionary<string, string>
        {
            ["Telegram__Token"] = new SandboxOptions().Token,
            ["Telegram__ApiUrl"] = sandbox.Address.ToString(),
            ["Telegram__Admins__0"] = "1001",
            ["Storage__ConnectionString"] = $"Data Source={storeFile}",
            ["Sources__Feeds__0"] = newsroom.Feed.ToString(),
            ["Sources__MinimumInterval"] = "00:00:01",
            ["Sources__MaximumInterval"] = "00:00:01",
            ["Sources__HostSpacing"] = "00:00:00",
            ["Sources__AllowPrivateNetworks"] = "true",
        });

    public static BotProcess Start(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["Web__Url"] = "http://127.0.0.1:0";
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return new BotProcess(start);
    }

    /// <summary>Waits for its end by itself. Returns the exit code.</summary>
    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Ends it as kill -9 does: nothing of it runs any more.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}

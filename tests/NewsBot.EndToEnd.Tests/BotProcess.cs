using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
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

    public static BotProcess Start(SandboxServer sandbox, Newsroom newsroom, string storeFile) => Start(
        ["run"],
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

    public static BotProcess Start(string[] arguments, IReadOnlyDictionary<string, string> environment) =>
        Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), .. arguments]), environment);

    public static BotProcess Start(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetTempPath();
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

    /// <summary>Asks it to end, as Docker and systemd do.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).Dispose();

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

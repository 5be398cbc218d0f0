using System.Collections.Concurrent;
using System.Diagnostics;

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

    /// <param name="settings">By key, as in <c>Telegram:Token</c>; they reach the process as environment variables.</param>
    public static BotProcess Start(string[] arguments, IReadOnlyDictionary<string, string?> settings) =>
        Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), .. arguments]), settings);

    public static BotProcess Start(ProcessStartInfo start, IReadOnlyDictionary<string, string?> settings)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetTempPath();
        start.Environment["Web__Url"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
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

    /// <summary>Asks it to end, with SIGTERM or SIGINT as a service manager and Ctrl+C do. Returns the exit code.</summary>
    public async Task<int> StopAsync(string signal, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts, "SIGINT is ignored here: the tests run in the background of a shell.");
        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
        return await ExitAsync(cancellationToken);
    }

    /// <summary>Whether it was started to ignore SIGINT, as a shell starts what it runs in the background.</summary>
    private bool IgnoresInterrupts
    {
        get
        {
            const string Ignored = "SigIgn:";
            const int Interrupt = 1 << (2 - 1);
            var status = $"/proc/{process.Id}/status";
            var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(text => text.StartsWith(Ignored, StringComparison.Ordinal)) : null;
            return line is not null && (Convert.ToUInt64(line[Ignored.Length..].Trim(), 16) & Interrupt) != 0;
        }
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

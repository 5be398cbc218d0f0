using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace NewsBot.Browser.Tests;

/// <summary>The program as a newcomer starts it: without a token, in a folder of its own.</summary>
internal sealed partial class TrialProgram : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-browser-");
    private readonly TaskCompletionSource<Uri> page = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private TrialProgram()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsbot.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        // The trial mode takes the next port if somebody has this one by then.
        start.Environment["Web__Url"] = $"http://127.0.0.1:{FreePort()}";
        start.Environment.Remove("Telegram__Token");
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts it and waits until it has said where its page is.</summary>
    public static async Task<(TrialProgram Program, Uri Page)> StartAsync(CancellationToken cancellationToken)
    {
        var program = new TrialProgram();
        return (program, await program.page.Task.WaitAsync(cancellationToken));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Read(string? line)
    {
        if (Invitation().Match(line ?? "") is { Success: true } match)
        {
            page.TrySetResult(new Uri(match.Groups["page"].Value));
        }
    }

    [GeneratedRegex(@"Open (?<page>http://\S+) in a browser")]
    private static partial Regex Invitation();
}

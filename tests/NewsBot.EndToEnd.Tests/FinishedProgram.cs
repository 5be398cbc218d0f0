using System.Diagnostics;

namespace NewsBot.EndToEnd.Tests;

/// <summary>What a run of newsbot that ends by itself left behind.</summary>
internal sealed record FinishedProgram(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<FinishedProgram> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), .. arguments]), cancellationToken);

    public static async Task<FinishedProgram> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new FinishedProgram(process.ExitCode, output, await errors);
        }
        finally
        {
            process.Kill(); // does nothing to one that has ended
        }
    }
}

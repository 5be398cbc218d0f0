using System.Diagnostics;
using NewsBot.Sandbox;
using NewsBot.Tests.Oracles;

namespace NewsBot.Tests.Sandbox;

/// <summary>A client of the Bot API by others, on another platform, finds in the Sandbox what it expects of Telegram.</summary>
public sealed class GrammyTests
{
    private readonly CancellationToken limit = new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token;

    [Fact]
    public async Task A_bot_written_with_grammY_works_against_the_Sandbox()
    {
        var script = OracleFolder.Find("grammy-client.mjs");
        Assert.SkipWhen(script is null || OracleFolder.Find("node_modules/grammy/package.json") is null, "grammY is not installed: npm ci in tests/oracles brings it.");
        Assert.SkipUnless(HasNode(), "Node is not installed.");
        await using var sandbox = await SandboxServer.StartAsync("http://127.0.0.1:0");

        var (exitCode, printed) = await RunAsync("node", script!, sandbox.Address.ToString().TrimEnd('/'), new SandboxOptions().Token);

        Assert.True(exitCode == 0, printed);
        Assert.EndsWith("ok", printed.Trim(), StringComparison.Ordinal);
    }

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe")));

    private async Task<(int ExitCode, string Printed)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit);
            var printed = await process.StandardOutput.ReadToEndAsync(limit);
            await process.WaitForExitAsync(limit);
            return (process.ExitCode, await errors + printed);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}

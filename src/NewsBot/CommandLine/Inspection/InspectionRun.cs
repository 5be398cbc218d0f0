using System.CommandLine;
using System.Text.Json;

namespace NewsBot.CommandLine.Inspection;

/// <summary>What an inspection makes of one input.</summary>
internal delegate IEnumerable<InspectionLine> Inspector(InspectionInput input);

/// <summary>
/// Inspects one input after the other and writes what it finds as it goes: memory does not grow with their number, and the lines come
/// in the order of the inputs. An input that cannot be read has a line that says why, and the rest go on.
/// </summary>
internal sealed class InspectionRun(InputReader reader, Inspector inspect, Stream output)
{
    /// <summary>Runs it as a command. Returns the exit code. <paramref name="mostBytes"/> goes before the setting's limit of an input.</summary>
    public static async Task<int> StartAsync(
        ParseResult parsed,
        IEnumerable<string> inputs,
        Func<InspectionSettings, Inspector> inspector,
        CancellationToken cancellationToken,
        int? mostBytes = null)
    {
        if (InspectionSettings.Read(parsed) is not { } settings)
        {
            return 1;
        }

        settings.Sources.MaximumBytes = mostBytes ?? settings.Sources.MaximumBytes;
        using var reader = new InputReader(settings.Sources, TimeProvider.System);
        await using var output = Console.OpenStandardOutput();
        try
        {
            return await new InspectionRun(reader, inspector(settings), output).RunAsync(inputs, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"The lines cannot be written: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Returns 1 when an input could not be read, else 0. Throws <see cref="IOException"/> when a line cannot be written.</summary>
    public async Task<int> RunAsync(IEnumerable<string> inputs, CancellationToken cancellationToken)
    {
        var exitCode = 0;
        foreach (var name in inputs)
        {
            foreach (var line in await InspectAsync(name, cancellationToken))
            {
                exitCode = line is InspectionLine.Unreadable ? 1 : exitCode;
                await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, line.GetType(), InspectionJson.Readable), cancellationToken);
                await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
            }
        }

        return exitCode;
    }

    private async Task<IReadOnlyList<InspectionLine>> InspectAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(name, cancellationToken) switch
            {
                InputReading.Read read => [.. inspect(read.Input)],
                InputReading.Unreadable unreadable => [new InspectionLine.Unreadable(name, unreadable.Why)],
                _ => throw new InvalidOperationException("There is no other kind of reading."),
            };
        }
#pragma warning disable CA1031 // One input that trips over a mistake of ours must not hold up the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return [new InspectionLine.Unreadable(name, $"NewsBot failed to read it: {exception.Message}")];
        }
    }
}

using System.Text;
using NewsBot.CommandLine.Inspection;
using NewsBot.Sources;

namespace NewsBot.Tests.CommandLine.Inspection;

public sealed class InspectionRunTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();
    private readonly InputReader reader = new(new SourceOptions(), TimeProvider.System);
    private readonly MemoryStream output = new();

    public void Dispose()
    {
        File.Delete(file);
        reader.Dispose();
        output.Dispose();
    }

    [Fact]
    public async Task Each_line_is_written_before_the_next_input_is_read()
    {
        List<int> linesBefore = [];
        await RunAsync(Inputs(), input => [new InspectionLine.OfSummary(input.Name, [], "")]);
        Assert.Equal([0, 1, 2], linesBefore);

        IEnumerable<string> Inputs()
        {
            for (var count = 0; count < 3; count++)
            {
                linesBefore.Add(Written().Length);
                yield return file;
            }
        }
    }

    [Fact]
    public async Task A_mistake_of_the_programs_is_a_line_too_and_the_rest_go_on()
    {
        var exitCode = await RunAsync([file, file], _ => throw new InvalidOperationException("A mistake."));
        Assert.Equal(1, exitCode);
        Assert.Equal(2, Written().Count(line => line.EndsWith("\"error\":\"NewsBot failed to read it: A mistake.\"}", StringComparison.Ordinal)));
    }

    private Task<int> RunAsync(IEnumerable<string> inputs, Inspector inspect) =>
        new InspectionRun(reader, inspect, output).RunAsync(inputs, TestContext.Current.CancellationToken);

    private string[] Written() => Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

using Microsoft.Extensions.Hosting;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>Publishes what is due, once a second: nobody would notice a finer beat.</summary>
internal sealed class SampleNewsPublisher(SampleNewsSite site, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            site.PublishDue();
        }
    }
}

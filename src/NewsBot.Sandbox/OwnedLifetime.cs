using Microsoft.Extensions.Hosting;

namespace NewsBot.Sandbox;

/// <summary>Leaves Ctrl+C and SIGTERM to the process around the Sandbox: the default would take them and keep the process alive.</summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

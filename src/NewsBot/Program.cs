using NewsBot.CommandLine;

return await CommandTree.RunAsync(args);

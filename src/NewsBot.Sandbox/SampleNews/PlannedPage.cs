namespace NewsBot.Sandbox.SampleNews;

/// <summary>A page that is due.</summary>
/// <param name="Page">Null where no sample page is about the topic: then a demonstration page is written.</param>
/// <param name="Topic">What the page is about.</param>
internal sealed record PlannedPage(SamplePage? Page, string Topic);

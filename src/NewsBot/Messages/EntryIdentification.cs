namespace NewsBot.Messages;

/// <summary>How the entries of a source are told apart when it identifies them badly.</summary>
/// <param name="GuidsRepeat">Several entries have the same id.</param>
/// <param name="GuidsChange">Ids are others at each visit.</param>
/// <param name="LinksRepeat">Several entries have the same link, so that no page is read.</param>
/// <param name="LinksChange">Links are others at each visit.</param>
/// <param name="DatesChange">Dates are others at each visit.</param>
internal sealed record EntryIdentification(bool GuidsRepeat, bool GuidsChange, bool LinksRepeat, bool LinksChange, bool DatesChange);

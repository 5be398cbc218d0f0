namespace NewsBot.Text;

/// <summary>The language that a text is most likely in.</summary>
/// <param name="Code">Two letters (ISO 639-1).</param>
/// <param name="IsCertain">Whether there was enough text, and no other language came near: then it is trusted over what a page declares.</param>
internal sealed record DetectedLanguage(string Code, bool IsCertain)
{
    private const int CertainWords = 30;

    /// <summary>Running text has a function word in three to ten words.</summary>
    private const double MinScore = 0.04;

    private const double CertainScore = 0.12;
    private const double CertainLead = 1.2;

    /// <param name="code">The language.</param>
    /// <param name="score">Its score a word.</param>
    /// <param name="second">That of the next.</param>
    /// <param name="words">How many words were read.</param>
    public static DetectedLanguage? Of(string code, double score, double second, int words) => score < MinScore
        ? null
        : new DetectedLanguage(code, words >= CertainWords && score >= CertainScore && score >= CertainLead * Math.Max(0, second));
}

using NewsBot.Articles;

namespace NewsBot.Tests.Articles;

public sealed class FingerprintTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("The bridge is “closed”, and stays so. ", 10));

    [Fact]
    public void Signs_spaces_case_and_headline_make_no_difference()
    {
        var print = Fingerprint.Of("One", Long);

        Assert.Equal(16, print.Length);
        Assert.Equal(print, Fingerprint.Of("Two", Long.ToUpperInvariant().Replace("“", "\"", StringComparison.Ordinal).Replace(" ", "\u00A0", StringComparison.Ordinal)));
        Assert.NotEqual(print, Fingerprint.Of("One", Long + "No."));
    }

    [Fact]
    public void Short_texts_are_copies_only_under_one_headline()
    {
        Assert.NotEqual(Fingerprint.Of("One", "Watch the video."), Fingerprint.Of("Two", "Watch the video."));
        Assert.Equal(Fingerprint.Of("One", "Watch the video."), Fingerprint.Of("one", "Watch the video"));
    }
}

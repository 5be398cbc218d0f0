using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace NewsBot.Browser.Tests;

/// <summary>A browser without a window. NEWSBOT_CHROMIUM and NEWSBOT_CHROMEDRIVER name the programs where they are not where Debian puts them.</summary>
internal static class Chromium
{
    private static readonly string Browser = Environment.GetEnvironmentVariable("NEWSBOT_CHROMIUM") ?? "/usr/bin/chromium";
    private static readonly string Driver = Environment.GetEnvironmentVariable("NEWSBOT_CHROMEDRIVER") ?? "/usr/bin/chromedriver";

    /// <summary>Skips the test where there is no browser.</summary>
    public static ChromeDriver StartOrSkip()
    {
        Assert.SkipUnless(File.Exists(Browser) && File.Exists(Driver), "Chromium or its driver is not installed: apt-get install chromium chromium-driver, or set NEWSBOT_CHROMIUM and NEWSBOT_CHROMEDRIVER.");
        var options = new ChromeOptions { BinaryLocation = Browser };
        options.AddArguments("--headless=new", "--disable-dev-shm-usage", "--no-proxy-server", "--window-size=1200,800");
        if (Environment.UserName == "root")
        {
            options.AddArgument("--no-sandbox");
        }

        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
        return new ChromeDriver(service, options, TimeSpan.FromMinutes(2));
    }
}

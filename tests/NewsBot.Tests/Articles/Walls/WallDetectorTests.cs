using NewsBot.Articles.Walls;
using NewsBot.Tests.Articles.Extraction;

namespace NewsBot.Tests.Articles.Walls;

public sealed class WallDetectorTests
{
    private const string PasswordForm = "<form><input type=text name=user><input type=password name=secret></form>";

    [Theory]
    [InlineData(nameof(PageWall.Consent), "Before you continue to Larnow Herald", "We use cookies and data to deliver our pages and to measure how they are used. If you choose to accept all, our partners will do so too.")]
    [InlineData(nameof(PageWall.Consent), "Larnow Herald", "We and our partners store and access information on your device. You can change your choices at any time.")]
    [InlineData(nameof(PageWall.Consent), "Ihre Privatsphäre", "Wir verwenden Cookies und ähnliche Verfahren. Unsere Partner verarbeiten damit Daten auf Ihrem Gerät.")]
    [InlineData(nameof(PageWall.Consent), "Avant de continuer", "Nous utilisons des cookies pour mesurer l’audience. Vous pouvez tout refuser ou continuer sans accepter.")]
    [InlineData(nameof(PageWall.Login), "Sign in to continue", "Already have an account? Enter your email and we will send you a link. Forgot your password?")]
    [InlineData(nameof(PageWall.Login), "Weiterlesen mit Herald Plus", "Melden Sie sich an, um weiterzulesen. Noch kein Konto? Das Angebot ist jederzeit kündbar.")]
    [InlineData(nameof(PageWall.BotCheck), "Just a moment...", "Verify you are human by completing the action below. herald.example needs to review the security of your connection.")]
    [InlineData(nameof(PageWall.BotCheck), "Access Denied", "You don't have permission to access this page on this server. Reference #18.2e.")]
    [InlineData(nameof(PageWall.Region), "Sorry", "This site is currently unavailable in your region. We are looking for ways to serve readers in the European Economic Area.")]
    [InlineData(nameof(PageWall.Script), "Larnow Herald", "You need to enable JavaScript to run this app. Please turn it on and reload.")]
    [InlineData(nameof(PageWall.Missing), "Page not found", "Sorry, the page you are looking for does not exist. It may have been moved or deleted.")]
    [InlineData(nameof(PageWall.Missing), "Seite nicht gefunden", "Die gewünschte Seite existiert nicht mehr. Nutzen Sie die Suche oder gehen Sie zur Startseite.")]
    [InlineData(nameof(PageWall.Missing), "Сторінку не знайдено", "Такої сторінки не існує. Поверніться на головну або скористайтеся пошуком.")]
    [InlineData(nameof(PageWall.Missing), "We'll be back soon", "The site is under maintenance. Please try again later, we will be back shortly.")]
    public void A_page_in_place_of_an_article_is_known_and_none_of_its_text_is_kept(string expected, string title, string text)
    {
        var page = Read.Html(Page(title, text));

        Assert.Equal(expected, page.Wall?.ToString());
        Assert.Empty(page.Text);
        Assert.StartsWith("This is not an article", Assert.Single(page.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_asks_for_a_password_with_hardly_any_text_is_a_login() =>
        Assert.Equal(PageWall.Login, Read.Html(Page("Larnow Herald", $"Members of the Herald’s reading circle come in here.{PasswordForm}")).Wall);

    [Theory]
    [InlineData("Court tells websites to make refusing cookies as easy as accepting", "Websites must offer a button that refuses all cookies beside the one that accepts them, the court in Larnow ruled on Monday. “We use cookies” banners with one button alone break the law, the judges found. Publishers have six months to comply, and the regulator said that it would check the two hundred largest sites first.")]
    [InlineData("Page not found: how links to public records die", "Four in ten links in court rulings lead nowhere, researchers in Larnow have counted. Ministries moved their archives and told nobody, their report says. The national library has now begun to keep copies of whatever judges cite, and has asked for money to go back twenty years.")]
    [InlineData("Captcha firm to pay for mislabelled traffic lights", "The firm behind the puzzles that ask whether one is a robot has settled with the city of Larnow. Its pictures of traffic lights had been taken without leave, the council said. The sum is to be spent on crossings near schools.")]
    [InlineData("Error in the count: recount in Larnow begins", "The recount of the votes in Larnow began on Monday after clerks found an error in the tables of three districts. The result is expected on Friday. Both candidates said that they would accept it.")]
    [InlineData("Ferry cancelled", "The ferry between Larnow and Oster does not sail today. A storm is expected in the afternoon.")]
    public void An_article_about_such_things_and_a_short_one_are_articles(string title, string text)
    {
        var page = Read.Html(Page(title, text));

        Assert.Null(page.Wall);
        Assert.NotEmpty(page.Text);
    }

    [Fact]
    public void An_article_with_a_cookie_banner_and_a_login_in_its_header_is_an_article() =>
        Assert.Null(Read.Html(Sample.Page(before: $"<div class=account>{PasswordForm}</div>", after: "<div id=cookies>We use cookies. Accept all cookies or manage your choices.</div>")).Wall);

    private static string Page(string title, string text) =>
        $"<!doctype html><html><head><title>{title} | Larnow Herald</title></head><body><nav><a href=/>Home</a></nav><main><h1>{title}</h1><p>{text}</p></main></body></html>";
}

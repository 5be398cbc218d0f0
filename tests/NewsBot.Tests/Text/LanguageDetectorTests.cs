using NewsBot.Text;

namespace NewsBot.Tests.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The bridge over the harbour has been closed since Monday, and nobody knows when it will be open again.")]
    [InlineData("de", "Die Brücke über den Hafen ist seit Montag gesperrt, und niemand weiß, wann sie wieder geöffnet wird.")]
    [InlineData("es", "El puente sobre el puerto está cerrado desde el lunes y nadie sabe cuándo se abrirá otra vez a los coches.")]
    [InlineData("fr", "Le pont sur le port est fermé depuis lundi et personne ne sait quand il sera de nouveau ouvert aux voitures.")]
    [InlineData("it", "Il ponte sul porto è chiuso da lunedì e nessuno sa quando sarà di nuovo aperto alle auto della città.")]
    [InlineData("pt", "A ponte sobre o porto está fechada desde segunda-feira e ninguém sabe quando vai abrir de novo para os carros.")]
    [InlineData("ca", "El pont sobre el port és tancat des de dilluns i ningú no sap quan tornarà a obrir per als cotxes de la ciutat.")]
    [InlineData("nl", "De brug over de haven is sinds maandag gesloten en niemand weet wanneer hij weer open gaat voor het verkeer.")]
    [InlineData("pl", "Most nad portem jest zamknięty od poniedziałku i nikt nie wie, kiedy zostanie ponownie otwarty dla samochodów.")]
    [InlineData("cs", "Most přes přístav je od pondělí uzavřen a nikdo neví, kdy bude znovu otevřen pro auta a pro chodce.")]
    [InlineData("ro", "Podul peste port este închis de luni și nimeni nu știe când va fi deschis din nou pentru mașini.")]
    [InlineData("sv", "Bron över hamnen har varit stängd sedan måndag och ingen vet när den öppnas igen för bilar och cyklar.")]
    [InlineData("tr", "Liman köprüsü pazartesiden beri kapalı ve ne zaman yeniden açılacağını kimse bilmiyor, ama feribot çok daha sık olacak.")]
    [InlineData("uk", "Міст через гавань закрито з понеділка, і ніхто не знає, коли його знову відкриють для машин.")]
    [InlineData("ru", "Мост через гавань закрыт с понедельника, и никто не знает, когда он снова будет открыт для машин.")]
    [InlineData("bg", "Мостът над пристанището е затворен от понеделник и никой не знае кога ще бъде отворен отново за коли.")]
    [InlineData("sr", "Мост преко луке је затворен од понедељка и нико не зна када ће поново бити отворен за аутомобиле.")]
    [InlineData("be", "Мост праз гавань зачынены з панядзелка, і ніхто не ведае, калі яго зноў адкрыюць для машын.")]
    [InlineData("el", "Η γέφυρα πάνω από το λιμάνι είναι κλειστή από τη Δευτέρα και κανείς δεν ξέρει πότε θα ανοίξει.")]
    [InlineData("ar", "الجسر فوق الميناء مغلق منذ يوم الاثنين ولا أحد يعرف متى سيفتح من جديد")]
    [InlineData("he", "הגשר מעל הנמל סגור מאז יום שני ואיש אינו יודע מתי ייפתח שוב")]
    [InlineData("ja", "港の橋は月曜日から閉鎖されている。いつ再び開くのか、誰も知らない。市は渡し船を増やす。船は十分おきに出る。")]
    [InlineData("zh", "港口大桥自周一起关闭，没有人知道何时重新开放。市政府说，渡船将每十分钟开一班，直到夏天。")]
    [InlineData("ko", "항구 다리는 월요일부터 폐쇄되었으며 언제 다시 열릴지 아무도 모른다.")]
    public void A_sentence_tells_its_language(string expected, string text) => Assert.Equal(expected, LanguageDetector.Detect(text)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("Larnow 3 Oster 1")]
    [InlineData("12 34 56 78 90 11 12")]
    [InlineData("\ud800\udc00 \ud800 \ud800 \ud800 \ud800 \ud800")]
    public void Too_little_tells_nothing(string text) => Assert.Null(LanguageDetector.Detect(text));

    [Fact]
    public void A_sentence_or_two_are_not_enough_to_be_certain() =>
        Assert.False(LanguageDetector.Detect("The bridge over the harbour has been closed since Monday.")!.IsCertain);

    [Fact]
    public void Every_language_has_a_bit_of_its_own()
    {
        var profiles = LanguageProfile.Load();

        Assert.InRange(profiles.Length, 1, 64);
        Assert.Equal(profiles.Length, profiles.DistinctBy(profile => profile.Code).Count());
    }
}

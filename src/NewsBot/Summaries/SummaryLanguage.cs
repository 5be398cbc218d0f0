using System.Collections.Frozen;
using NewsBot.Text;

namespace NewsBot.Summaries;

/// <summary>The small words of a language by which a sentence leans on another or names its source.</summary>
/// <param name="Subjects">Pronouns that are bare where their antecedent is not in the sentence.</param>
/// <param name="Answers">Words that a sentence begins with when it answers the one before.</param>
/// <param name="Openers">Words that a phrase begins with after which the subject follows: "In March he …".</param>
/// <param name="Sources">Words by which a claim is somebody's: said, according.</param>
internal sealed record SummaryLanguage(
    FrozenSet<string> Subjects, FrozenSet<string> Answers, FrozenSet<string> Openers, FrozenSet<string> Sources)
{
    private static readonly Dictionary<string, SummaryLanguage> All = new()
    {
        ["en"] = Of(
            "he she they it i we",
            "this that these those his her its their him them such both neither either but however also instead therefore thus otherwise yet so and or then moreover furthermore nor still nevertheless nonetheless consequently similarly likewise besides hence our my us me here another others one",
            "in on at after before when while last by during for with since until despite as if although though once under from earlier later meanwhile next yesterday today because where now again soon afterwards",
            "said says say saying told tells according reported reports reportedly claimed claims claiming announced announces confirmed confirms added adds stated states believes believe estimates estimated warned warns argued argues insisted denied denies alleged alleges allegedly wrote writes accused tweeted admitted suggested suggests predicted expects expected forecast forecasts explained noted testified data figures survey poll study"),
        ["de"] = Of(
            "er sie es ich wir",
            "dieser diese dieses diesem diesen dies sein seine seiner ihr ihre ihrer beide aber doch jedoch allerdings auch zudem außerdem dennoch deshalb daher dabei damit dafür dagegen davon darin und oder denn sondern dort so solche trotzdem somit unser mein hier",
            "in im am an nach vor als während seit bis trotz wenn nachdem bevor weil zuvor später zuletzt laut mit bei",
            "sagte sagt sagten laut zufolge teilte berichtete berichtet berichten behauptete erklärte erklärt kündigte bestätigte nannte warnte schrieb meldete betonte fügte schätzt schätzte räumte angaben"),
        ["es"] = Of(
            "él ella ellos ellas esto eso ello yo nosotros",
            "este esta estos estas ese esa esos esas aquel aquella su sus ambos pero sin también además entonces así aunque y e o tampoco dijo añadió explicó señaló afirmó aseguró agregó indicó sostuvo subrayó mi nuestro nuestra aquí",
            "en el tras después antes cuando mientras desde hasta durante con según por",
            "dijo dice según informó informa anunció confirmó afirmó afirma aseguró asegura señaló explicó declaró denunció advirtió añadió indicó estima sostuvo publicó"),
        ["fr"] = Of(
            "il elle ils elles cela ceci ce c je nous on",
            "cette ces cet son sa ses leur leurs mais cependant toutefois pourtant aussi ainsi donc et ou puis celui celle ceux celles mon ma notre ici tous",
            "en le après avant quand lorsque pendant depuis jusqu durant avec selon par dans",
            "dit disait déclaré déclare selon affirmé affirme annoncé annonce confirmé confirme expliqué explique rapporté ajouté estimé estime indiqué précisé assuré dénoncé averti écrit"),
        ["uk"] = Of(
            "він вона вони воно це я ми",
            "цей ця ці цього цієї цьому його її їх їхній їхня їхні такий така таке такі але проте однак також тому тож отже а і й та адже водночас крім натомість тоді там мій наш тут",
            "у в на після перед коли поки під до з за від раніше згодом потім нині",
            "сказав сказала заявив заявила повідомив повідомила повідомили повідомляє повідомляють словами даними розповів розповіла зазначив зазначила додав додала підтвердив підтвердила наголосив стверджує вважає оцінками пише написав попередив"),
        ["ru"] = Of(
            "он она они оно это я мы",
            "этот эта эти этого этой этому его её ее их такой такая такое такие но однако также поэтому а и ведь кроме тогда при там тем мой наш здесь затем",
            "в во на после перед когда пока под до с за от ранее позже потом сейчас",
            "сказал сказала заявил заявила сообщил сообщила сообщили сообщает сообщают словам данным рассказал рассказала отметил отметила добавил добавила подтвердил подтвердила подчеркнул утверждает считает оценкам пишет написал предупредил"),
    };

    /// <summary>The words of a two-letter language; of English where it is unknown.</summary>
    public static SummaryLanguage Of(string? language) => All.GetValueOrDefault(language ?? "en", All["en"]);

    /// <summary>Whether a folded word says nothing about what a sentence is about.</summary>
    public bool IsSmall(string word) =>
        StopWords.Contains(word) || Sources.Contains(word) || Openers.Contains(word) || Answers.Contains(word) || Subjects.Contains(word);

    private static SummaryLanguage Of(string subjects, string answers, string openers, string sources) =>
        new(Words(subjects), Words(answers), Words(openers), Words(sources));

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

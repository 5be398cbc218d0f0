using System.Collections.Frozen;
using NewsBot.Text;

namespace NewsBot.Stories;

/// <summary>Words that tell of a change of state, in the languages of the interface and Russian: each line is one change.</summary>
internal static class StateChangeWords
{
    /// <summary>The first line: counts go up or down, so it happens again and again.</summary>
    public const uint Counts = 1;

    private const string Lines =
        """
        rises rose risen climbs climbed grows grew increases increased jumps doubles toll falls fell drops dropped steigt stieg gestiegen wächst sube subió aumenta aumentó asciende augmente grimpe monte bilan alourdit зросла зросло зріс збільшилася збільшилась збільшилось кількість выросло выросла вырос увеличилось увеличилась возросло
        arrested arrests arrest detained detains custody verhaftet festgenommen detenido detenida detienen arrestan arrêté arrêtée interpellé затримано затримали заарештовано арештовано задержан задержали задержана арестован арестовали
        charged charges indicted angeklagt anklage acusado imputado inculpé підозру звинуватили обвинили обвинение
        sentenced jailed jails jail prison convicted guilty verurteilt condenado condenada condamné засуджено вирок приговорен приговорили осужден
        acquitted cleared freed released freigesprochen freigelassen absuelto liberado acquitté libéré виправдано звільнено відпустили оправдан освобожден отпустили
        resigns resigned resignation quits quit tritt zurückgetreten rücktritt dimite dimitió dimisión renuncia démissionne démission відставку відставка звільнився отставку отставка
        sacked dismissed fired ousted expelled expels entlassen ausgeschlossen expulsado exclu виключили виключила исключили исключила исключил abgesetzt destituido despedido limogé destitué звільнили відсторонили уволен уволили отстранили
        dies died stirbt gestorben muere murió fallece mort décède décédé помер померла умер умерла скончался
        rescued found recovered gerettet gefunden rescatado rescatados hallado sauvé retrouvé врятували врятовано знайшли знайдено спасли спасены нашли найден
        reopens reopened reopen resumes resumed restored wieder eröffnet reabre reabierto reanuda rouvre rouvert reprend відкрили відновили відновлено відновлює открыли возобновили возобновлено восстановили
        cancelled cancels canceled postponed suspends suspended halts halted abgesagt verschoben ausgesetzt cancelado aplazado suspende annulé reporté suspendu скасовано скасували відклали призупинили отменен отменили отложили приостановили
        approves approved passes passed adopts adopted backs ratified beschließt beschlossen stimmt aprueba aprobó approuve approuvé adopté схвалив схвалили ухвалив ухвалили прийняла одобрил одобрили принял приняла
        signs signed agrees agreed deal unterzeichnet einigen firma firmó acuerdo signe signé accord підписав підписали домовилися підписано подписал подписали договорились
        rejects rejected vetoes vetoed blocks blocked lehnt abgelehnt rechaza rechazó rejette rejeté відхилив відхилили відкинув отклонил отклонили отверг
        denies denied disputes bestreitet dementiert niega desmiente dément спростував спростували заперечив опроверг опровергли
        admits admitted apologises apologizes apologised gibt zugibt entschuldigt admite disculpa reconoce avoue excuse визнав вибачився признал извинился
        collapses collapsed explodes exploded sinks sank einstürzt eingestürzt colapsa derrumba effondre s'effondre обвалився вибухнув затонув обрушился взорвался затонул
        evacuated evacuates evacuation evakuiert evacuados evacúan évacué évacuation евакуювали евакуація эвакуировали эвакуация
        declares declared declaration ausgerufen erklärt declara déclare оголосив оголосили объявил объявили
        extends extended prolongs verlängert prorroga prolonge подовжили продовжили продлили
        lifts lifted ends ended over ceasefire truce aufgehoben beendet levanta termina lève fin перемир'я скасував завершилася перемирие снял завершилась
        recalls recalled recall ruft zurückgerufen retira rappelle відкликає відкликали отзывает отозвали
        wins won victory elected siegt gewinnt gewählt gana elegido remporte élu переміг перемогла обрали победил победила избрали
        appoints appointed named ernannt nombra nombrado nomme nommé призначив призначили назначил назначили
        sues sued lawsuit verklagt klage demanda poursuit plainte позов иск подал
        strikes strike retaliates attacks streik huelga grève страйк забастовка
        """;

    private static readonly FrozenDictionary<string, uint> Words = Lines.Split('\n')
        .SelectMany((line, place) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: word.Trim(), Change: 1u << place)))
        .DistinctBy(word => word.Word)
        .ToFrozenDictionary(word => word.Word, word => word.Change, StringComparer.Ordinal);

    /// <summary>The change that a word tells of, as one bit; 0 for none.</summary>
    public static uint Of(Term term) => Words.GetValueOrDefault(term.Word);
}

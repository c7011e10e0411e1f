package dev.triad.ledger.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Cohort;
import dev.triad.ledger.account.Turnover;
import dev.triad.ledger.cohort.CohortResult.Payback;
import dev.triad.ledger.cohort.CohortResult.PaybackTime;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CohortBookTest {
    private static final Instant FIRST = Instant.parse("2026-01-12T00:00:00Z");
    private static final Cohort DOT = new Cohort("echo-dot", "2026-w03");
    private static final String LOSS = "device:memo:imputed-subsidy:storefront:received:store:echo-dot:2026-w03";
    private static final String REVENUE = "device:revenue:external:device:echo-dot:2026-w03";
    private static final String COST = "device:expenses:cost-of-sales:device:echo-dot:2026-w03";
    private static final String REFUND = "device:revenue:returns:matched:echo-dot:2026-w03";
    private static final String VOICE = "device:expenses:intersegment:cloud:voice:echo-dot:2026-w03";
    private static final String SALES = "device:memo:attributed-contribution:received:store:echo-dot:2026-w03";
    private static final String SKILLS = "device:memo:attributed-contribution:received:device:echo-dot:2026-w03";

    private final List<CohortBook.Movement> movements = new ArrayList<>();

    @Test
    void aCohortIsMadeOfItsAccounts() {
        // Given
        moved(0, REVENUE, 0, 290);
        moved(0, COST, 310, 0);
        moved(0, LOSS, 20, 0);
        moved(1, REFUND, 29, 0);
        moved(1, COST, 0, 31);
        moved(1, LOSS, 0, 2);
        moved(1, VOICE, 3, 0);
        moved(1, SALES, 5, 1);
        moved(2, SKILLS, 2, 0);

        // When
        CohortResult result = result();

        // Then
        assertThat(result.hardwareMargin()).isEqualTo(-18);
        assertThat(result.loss()).isEqualTo(20);
        assertThat(result.returned()).isEqualTo(2);
        assertThat(result.cloudCost()).isEqualTo(3);
        assertThat(result.attributed()).isEqualTo(4);
        assertThat(result.digital()).isEqualTo(2);
        assertThat(result.netBurden()).isEqualTo(15);
    }

    @Test
    void otherAccountsTellNothingOfCohorts() {
        moved(0, "device:expenses:intersegment:cloud:compute", 3, 0);
        moved(0, "store:memo:imputed-subsidy:storefront:granted:device", 0, 3);
        moved(0, "device:memo:imputed-subsidy:transfer-price:received:cloud", 3, 0);

        assertThat(CohortBook.of(movements)).isEmpty();
    }

    @Test
    void aLossIsPaidBackInTheWeekInWhichTheGainMakesUpForIt() {
        sold(10);
        moved(1, SALES, 6, 0);
        moved(3, SALES, 6, 0);
        moved(4, SALES, 1, 0);

        assertThat(result().payback()).isEqualTo(new PaybackTime(Payback.PAID_BACK, 4));
    }

    @Test
    void whatIsNotPaidBackYetIsProjectedAtThePresentRate() {
        // Given: two a week for five weeks, of thirty
        sold(30);
        moved(4, SALES, 10, 0);

        assertThat(result().payback()).isEqualTo(new PaybackTime(Payback.PROJECTED, 15));
    }

    @Test
    void aCohortThatCostsMoreThanItBringsNeverPaysBack() {
        sold(10);
        moved(1, VOICE, 3, 0);
        moved(1, SALES, 2, 0);

        assertThat(result().payback()).isEqualTo(new PaybackTime(Payback.NEVER, 0));
    }

    @Test
    void withoutALossThereIsNothingToPayBack() {
        sold(10);
        moved(1, REFUND, 90, 0);
        moved(1, COST, 0, 100);

        assertThat(result().payback().payback()).isEqualTo(Payback.NOTHING_TO_PAY_BACK);
    }

    /** Three are sold at a loss of 2 each for the store, and one at a gain of 50: the loss is still there. */
    @Test
    void whatOthersBroughtIsNotHeldAgainstTheLossOfAStorefront() {
        moved(0, LOSS, 6, 0);
        moved(0, REVENUE, 0, 444);
        moved(0, COST, 400, 0);
        moved(1, SALES, 3, 0);

        assertThat(result().hardwareMargin()).isEqualTo(44);
        assertThat(result().netBurden()).isEqualTo(3);
        assertThat(result().payback()).isEqualTo(new PaybackTime(Payback.PROJECTED, 4));
    }

    @Test
    void everyWeekTellsWhatItBroughtAndWhatItLost() {
        // Given
        moved(0, LOSS, 20, 0);
        moved(1, LOSS, 0, 2);
        moved(1, VOICE, 3, 0);
        moved(3, SALES, 5, 1);

        // When
        SortedMap<Instant, CohortResult.Week> weeks = result().countedWeeks();

        // Then
        assertThat(weeks.keySet()).containsExactly(week(0), week(1), week(3));
        assertThat(weeks.values()).extracting(CohortResult.Week::gain).containsExactly(amounts(0, -3, 4));
        assertThat(weeks.values()).extracting(CohortResult.Week::loss).containsExactly(amounts(20, -2, 0));
    }

    @Test
    void withoutAStorefrontTheLossOfAWeekIsWhatTheHardwareLost() {
        // Given: sold for ten less than it cost, and given back
        sold(10);
        moved(1, REFUND, 90, 0);
        moved(1, COST, 0, 100);

        // Then
        assertThat(result().countedWeeks().values())
                .extracting(CohortResult.Week::loss)
                .containsExactly(amounts(10, -10));
    }

    @Test
    void productsThatTheUnitDoesNotSellAreOtherMakers() {
        // Given
        sold(10);
        moved(0, "device:expenses:intersegment:cloud:voice:speaker:installed-base", 4, 0);

        // When
        CohortBook book = book();

        // Then
        assertThat(book.own()).containsExactly("echo-dot");
        assertThat(book.total(true).hardwareMargin()).isEqualTo(-10);
        assertThat(book.total(false).cloudCost()).isEqualTo(4);
    }

    /** A device that cost a hundred, sold below that. */
    private void sold(long loss) {
        moved(0, REVENUE, 0, 100 - loss);
        moved(0, COST, 100, 0);
    }

    private static Instant week(int number) {
        return FIRST.plus(Duration.ofDays(7L * number));
    }

    private static BigInteger[] amounts(long... amounts) {
        return LongStream.of(amounts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private void moved(int week, String account, long debit, long credit) {
        movements.add(new CohortBook.Movement(
                week(week), new Turnover(account, BigInteger.valueOf(debit), BigInteger.valueOf(credit), 1)));
    }

    private CohortBook book() {
        return CohortBook.of(movements).getOrDefault("device", new CohortBook(new java.util.TreeMap<>()));
    }

    private CohortResult result() {
        return book().results().getOrDefault(DOT, CohortResult.NOTHING);
    }
}

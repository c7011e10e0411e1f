package dev.triad.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.RatePublished;
import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.period.Places;
import dev.triad.ledger.posting.Pricing.Step;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * January was closed with the places below 10 on the books, February with those below 20. Three rates for the same time
 * correct each other: one that both closings know, one that only February's knows, and one that came after both.
 */
class PricingTest {
    private static final RateKey KEY = new RateKey("amazon", "cloud", "compute");
    private static final Instant JANUARY = Instant.parse("2026-01-15T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private static final Rate FIRST = rate(5);
    private static final Rate SECOND = rate(15);
    private static final Rate THIRD = rate(25);
    private static final RateBook RATES =
            RateBook.EMPTY.with(KEY, THIRD).with(KEY, FIRST).with(KEY, SECOND);

    private static final Closings ONE = Closings.NONE.with(closing("2026-01", 10));
    private static final Closings BOTH = ONE.with(closing("2026-02", 20));

    @Test
    void eachPeriodIsPricedByWhatWasKnownWhenItWasClosed() {
        assertThat(new Pricing(RATES, BOTH).steps(KEY, 1, JANUARY))
                .containsExactly(new Step(JANUARY, FIRST), new Step(FEBRUARY, SECOND), new Step(MARCH, THIRD));
    }

    @Test
    void whatIsLateIsPricedWhereItIsBooked() {
        Pricing pricing = new Pricing(RATES, BOTH);
        assertThat(pricing.steps(KEY, 12, JANUARY)).containsExactly(new Step(FEBRUARY, SECOND), new Step(MARCH, THIRD));
        assertThat(pricing.steps(KEY, 30, JANUARY)).containsExactly(new Step(MARCH, THIRD));
    }

    @Test
    void withoutClosingsTheRateInEffectPricesAll() {
        assertThat(new Pricing(RATES, Closings.NONE).steps(KEY, 1, JANUARY)).containsExactly(new Step(JANUARY, THIRD));
        assertThat(new Pricing(RateBook.EMPTY, BOTH).steps(KEY, 1, JANUARY)).isEmpty();
    }

    @Test
    void aPeriodWhoseClosingKnewNoRateIsPassedOver() {
        assertThat(new Pricing(RateBook.EMPTY.with(KEY, SECOND), BOTH).steps(KEY, 1, JANUARY))
                .containsExactly(new Step(FEBRUARY, SECOND));
    }

    @Test
    void aLateRateIsOneDifferenceInTheOpenPeriod() {
        assertThat(PriceChange.between(
                        List.of(new Step(JANUARY, FIRST)),
                        List.of(new Step(JANUARY, FIRST), new Step(FEBRUARY, SECOND))))
                .containsExactly(new PriceChange(FEBRUARY, FIRST, SECOND));
        assertThat(PriceChange.between(
                        List.of(new Step(JANUARY, FIRST), new Step(FEBRUARY, SECOND)),
                        List.of(new Step(JANUARY, FIRST), new Step(FEBRUARY, THIRD))))
                .containsExactly(new PriceChange(FEBRUARY, SECOND, THIRD));
    }

    @Test
    void aClosingTakesBackWhatItDidNotKnowAndBooksItAfterItsPeriod() {
        List<Step> before = new Pricing(RATES, Closings.NONE).steps(KEY, 1, JANUARY);
        List<Step> after = new Pricing(RATES, ONE).steps(KEY, 1, JANUARY);

        assertThat(PriceChange.between(before, after))
                .containsExactly(new PriceChange(JANUARY, THIRD, FIRST), new PriceChange(FEBRUARY, FIRST, THIRD));
    }

    @Test
    void aRateThatAClosingKnowsMayComeAfterIt() {
        RateBook without = RateBook.EMPTY.with(KEY, FIRST).with(KEY, THIRD);

        assertThat(PriceChange.between(
                        new Pricing(without, BOTH).steps(KEY, 1, JANUARY),
                        new Pricing(RATES, BOTH).steps(KEY, 1, JANUARY)))
                .containsExactly(
                        new PriceChange(MARCH, THIRD, FIRST),
                        new PriceChange(FEBRUARY, FIRST, SECOND),
                        new PriceChange(MARCH, SECOND, THIRD));
    }

    /** Of two for the same moment the one that stands later in the log is the later published. */
    private static Rate rate(long place) {
        return new Rate(
                new RatePublished(
                        "cloud",
                        "compute",
                        "hour",
                        BigDecimal.valueOf(place),
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        Instant.parse("2026-01-01T00:00:00Z")),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(place),
                new UUID(0x7000, place),
                place);
    }

    private static Closing closing(String month, long cut) {
        return new Closing(
                YearMonth.parse(month),
                new UUID(0x7001, cut),
                100,
                Instant.EPOCH,
                Places.of(List.of(new Places.Range(0, cut))));
    }
}

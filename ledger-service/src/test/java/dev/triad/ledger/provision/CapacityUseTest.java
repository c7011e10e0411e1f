package dev.triad.ledger.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.account.Turnover;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** What a cloud leaves to its store at the store's peak. */
class CapacityUseTest {
    private static final Instant FIRST = Instant.parse("2026-01-12T00:00:00Z");
    private static final String OUTSIDE = "cloud:revenue:external:compute";
    private static final String CHARGED = "cloud:revenue:intersegment:store:compute";
    private static final String GRANTED = "cloud:memo:imputed-subsidy:transfer-price:granted:store";

    private final List<CapacityUse.Movement> movements = new ArrayList<>();

    @Test
    void useIsWhatWasChargedAndWhatWasNot() {
        // Given
        credited(0, OUTSIDE, 50);
        credited(0, CHARGED, 4);
        credited(0, GRANTED, 6);
        credited(1, OUTSIDE, 1);
        credited(1, CHARGED, 1);

        // When, then
        assertThat(headRoom())
                .contains(new HeadRoom(FIRST, BigInteger.TEN, BigInteger.valueOf(50), BigInteger.valueOf(60)));
    }

    @Test
    void whatAllHadUsedUntilThenWasThere() {
        // Given: 60 are used on the first day; at the store's peak others use 30 of them, and the store 20
        day(0, 50, 10);
        day(1, 30, 20);
        day(2, 1, 1);

        // When, then
        assertThat(headRoom().orElseThrow().ratio()).isEqualTo(new BigFraction(3, 2));
    }

    @Test
    void whatIsCalledForLaterWasNotThereYet() {
        day(0, 30, 20);
        day(1, 90, 10);
        day(2, 1, 1);

        assertThat(headRoom().orElseThrow().ratio()).isEqualTo(BigFraction.ONE);
    }

    @Test
    void aDayCountsOnlyWhenBothHaveUsedSomethingLater() {
        // Given: the outside customers' use of the third day is not on the books yet
        day(0, 50, 10);
        day(1, 40, 15);
        credited(2, CHARGED, 99);

        // When, then
        assertThat(headRoom().orElseThrow().peak()).isEqualTo(FIRST);
    }

    @Test
    void withoutADayThatIsOverNothingIsSaid() {
        day(0, 50, 10);

        assertThat(headRoom()).isEmpty();
    }

    @Test
    void otherAccountsTellNothingOfUse() {
        assertThat(CapacityUse.accounts(
                        "cloud",
                        List.of(
                                OUTSIDE,
                                CHARGED,
                                GRANTED,
                                "cloud:revenue:external:goods",
                                "cloud:revenue:external:device:echo:2026-w03",
                                "cloud:revenue:returns:matched",
                                "cloud:assets:intersegment:store",
                                "cloud:memo:imputed-subsidy:storefront:granted:device",
                                "store:revenue:external:compute")))
                .containsExactly(OUTSIDE, CHARGED, GRANTED);
    }

    private void day(int day, long outside, long store) {
        credited(day, OUTSIDE, outside);
        credited(day, CHARGED, store);
    }

    private void credited(int day, String account, long amount) {
        movements.add(new CapacityUse.Movement(
                FIRST.plus(Duration.ofDays(day)),
                new Turnover(account, BigInteger.ZERO, BigInteger.valueOf(amount), 1)));
    }

    private Optional<HeadRoom> headRoom() {
        return CapacityUse.of("cloud", movements).headRoom("store");
    }
}

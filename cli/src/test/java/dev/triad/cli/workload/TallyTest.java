package dev.triad.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();
    private final Tally.Account cash = tally.account("store:assets:cash");
    private final Tally.Account revenue = tally.account("store:revenue:external:goods");

    @Test
    void anEntryPostsToEachAccountOnce() {
        // Given
        tally.move(cash, revenue, 5);
        tally.move(cash, revenue, 7);

        // When
        tally.endEntry();

        // Then
        assertThat(tally.postings()).isEqualTo(2);
        assertThat(tally.balances(6))
                .containsEntry("store:assets:cash", BigInteger.valueOf(12))
                .containsEntry("store:revenue:external:goods", BigInteger.valueOf(-12));
    }

    @Test
    void whatComesBackToWhereItWasIsNoPosting() {
        // Given
        tally.move(cash, revenue, 5);
        tally.move(revenue, cash, 5);

        // When
        tally.endEntry();

        // Then
        assertThat(tally.postings()).isZero();
        assertThat(tally.balances(6)).isEmpty();
    }

    @Test
    void balancesAreInTheAssetsSmallestUnit() {
        // Given
        tally.move(cash, revenue, 5);

        // When
        tally.endEntry();

        // Then
        assertThat(tally.balances(9)).containsEntry("store:assets:cash", BigInteger.valueOf(5_000));
    }
}

package dev.triad.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.EventIds;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final int SOURCE = 1;
    private static final long START = 1_767_225_600_000L;
    private static final UUID NONE = new UUID(0, 0);
    private static final UUID DIGEST = new UUID(7, 7);

    @Test
    void tellWhatTheyWereGivenAndNothingElse() {
        RecentEvents recent = new RecentEvents(NONE);
        recent.add(SOURCE, id(1), DIGEST);

        assertThat(recent.digest(SOURCE, id(1))).isEqualTo(DIGEST);
        assertThat(recent.digest(SOURCE, id(2))).isNull();
        assertThat(recent.digest(SOURCE + 1, id(1))).as("of another source").isNull();
    }

    @Test
    void takeWhatIsNotLaterThanTheirHorizonForPossiblyForgotten() {
        RecentEvents recent = new RecentEvents(id(10));

        assertThat(recent.mayHaveForgotten(id(10))).isTrue();
        assertThat(recent.mayHaveForgotten(id(11))).isFalse();
    }

    @Test
    void forgetTheOldestAndAsARuleKnowThatTheyDid() {
        // Given: several times as many as there is room for
        int events = 2_000_000;
        RecentEvents recent = new RecentEvents(NONE);
        for (int i = 0; i < events; i++) {
            recent.add(SOURCE, id(i), DIGEST);
        }

        // Then
        int forgotten = 0;
        int unnoticed = 0;
        for (int i = 0; i < events; i++) {
            if (recent.digest(SOURCE, id(i)) == null) {
                forgotten++;
                unnoticed += recent.mayHaveForgotten(id(i)) ? 0 : 1;
            }
        }
        assertThat(forgotten).isBetween(events / 2, events - 1);
        assertThat(unnoticed).as("few enough to leave to the unique index").isLessThan(events / 1_000);
        assertThat(recent.mayHaveForgotten(id(events))).isFalse();
    }

    @Test
    void recoverFromAnIdOfTheFarFuture() {
        RecentEvents recent = new RecentEvents(NONE);
        recent.add(SOURCE, EventIds.of(START * 100, 1, 1), DIGEST);
        for (int i = 0; i < 2_000_000; i++) {
            recent.add(SOURCE, id(i), DIGEST);
        }

        assertThat(recent.mayHaveForgotten(id(2_000_000))).isFalse();
    }

    /** Ids a millisecond apart, and otherwise mixed. */
    private static UUID id(int n) {
        long mixed = (n + 1) * 0x9E37_79B9_7F4A_7C15L;
        return EventIds.of(START + n, mixed, Long.rotateLeft(mixed, 29));
    }
}

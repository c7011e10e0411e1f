package dev.triad.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Places in the stream whose numbers tell nothing. */
class SealTest {
    private final Seal seal = new Seal();

    @Test
    void whatWasSealedIsFoundAgain() {
        for (long number : new long[] {0, 1, 10_424, Long.MAX_VALUE}) {
            StreamId id = new StreamId("7h3k9x2m", number, seal);
            assertThat(StreamId.parse(id.toString(), seal)).contains(id);
        }
    }

    @Test
    void neighboursLookNothingAlike() {
        assertThat(seal.seal(1).substring(0, 8)).isNotEqualTo(seal.seal(2).substring(0, 8));
    }

    @Test
    void whatAnotherSealMadeOrSomebodyMadeUpIsNoPlace() {
        StreamId others = new StreamId("7h3k9x2m", 7, new Seal());
        assertThat(StreamId.parse(others.toString(), seal)).isEmpty();
        assertThat(StreamId.parse("7h3k9x2m-7", seal)).isEmpty();
        assertThat(StreamId.parse("7h3k9x2m-" + "0".repeat(32), seal)).isEmpty();
    }
}

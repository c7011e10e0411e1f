package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Audit CLEAN = new Audit(0, 0, List.of());

    @Test
    void isGoodWhenNothingWasBroken() {
        assertThat(outcome(CLEAN, Duration.ZERO, List.of()).isGood()).isTrue();
    }

    @Test
    void aReadinessThatStaysUntrueIsABrokenPromise() {
        assertThat(outcome(CLEAN, Outcome.UNTRUE_MOST, List.of()).isGood()).isTrue();
        assertThat(outcome(CLEAN, Outcome.UNTRUE_MOST.plusMillis(1), List.of()).broken())
                .singleElement()
                .asString()
                .contains("ready");
    }

    @Test
    void aLedgerThatIsReadyAndPostsNothingForLongIsABrokenPromiseToo() {
        Outcome idle = new Outcome(
                1, 0, 0, 0, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), List.of());

        assertThat(idle.with(CLEAN).broken()).singleElement().asString().contains("posted nothing");
    }

    @Test
    void whatTheFaultItselfFoundCountsToo() {
        assertThat(outcome(CLEAN, Duration.ZERO, List.of("no share of the work"))
                        .isGood())
                .isFalse();
    }

    @Test
    void aRoundThatDidNotComeToItsEndIsNotGood() {
        assertThat(Outcome.failed(1, "the books were not level").isGood()).isFalse();
        assertThat(Outcome.failed(1, "the books were not level").isComplete()).isFalse();
    }

    private static Outcome outcome(Audit audit, Duration untrue, List<String> broken) {
        return new Outcome(1, 0, 0, 0, Duration.ofSeconds(1), Duration.ZERO, untrue, untrue, broken).with(audit);
    }
}

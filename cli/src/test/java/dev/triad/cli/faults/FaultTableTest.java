package dev.triad.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTableTest {
    private static final FaultResult GOOD = new FaultResult(
            "kill-ledger", "kill -9 of the ledger", List.of(round(1, 2_000), round(2, 9_000), round(3, 4_000)), null);
    private static final FaultResult SKIPPED =
            new FaultResult("clock-jumps", "the clock jumps", List.of(), "libfaketime is not installed");
    private static final FaultResult BROKEN = new FaultResult(
            "stale-owner",
            "suspended",
            List.of(new Outcome(
                            4, 0, 0, 7, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of())
                    .with(new Audit(3, 2, List.of("the trial balance is off by 1")))),
            null);

    @Test
    void hasALineForEachFault() {
        assertThat(FaultTable.lines(List.of(GOOD, SKIPPED, BROKEN)))
                .containsExactly(
                        "fault                times  repeats   lost  doubled  recovery       max     stall    untrue",
                        "kill-ledger              3        0      0        0     4.0 s     9.0 s     1.5 s     0.3 s",
                        "clock-jumps          skipped: libfaketime is not installed",
                        "stale-owner              1        7      3        2     1.0 s     1.0 s     0.0 s     0.0 s  BROKEN");
    }

    @Test
    void aBrokenPromiseIsInTheDocumentInWords() {
        JsonNode document = new FaultDocument(
                        new FaultSuite.Plan(List.of("stale-owner"), 1, 4, 40_000), List.of(BROKEN, SKIPPED))
                .toJson();

        assertThat(document.at("/faults/0/lost").asLong()).isEqualTo(3);
        assertThat(document.at("/faults/0/rounds/0/broken")).hasToString("""
                ["3 events are not posted","2 entries are doubled","the trial balance is off by 1"]""");
        assertThat(document.at("/faults/1/skipped").asText()).isEqualTo("libfaketime is not installed");
        assertThat(document.at("/faults/1/injected").asInt()).isZero();
    }

    private static Outcome round(long seed, long recoveryMillis) {
        return new Outcome(
                seed,
                0,
                0,
                0,
                Duration.ofMillis(recoveryMillis),
                Duration.ofMillis(1_500),
                Duration.ofMillis(300),
                Duration.ofMillis(700),
                List.of());
    }
}

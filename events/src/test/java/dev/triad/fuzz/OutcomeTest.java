package dev.triad.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void theFuzzersLastWordOnEachFigureCounts() {
        List<String> log = List.of(
                "INFO: Loaded 313 hooks from com.code_intelligence.jazzer.runtime.TraceCmpHooks",
                "#24\tINITED cov: 1323 ft: 2154 corp: 20/8495b exec/s: 0 rss: 945Mb",
                "#4096\tNEW    cov: 1401 ft: 3000 corp: 61/9Kb lim: 4096 exec/s: 12 rss: 945Mb L: 9/9 MS: 1 Cut-",
                "artifact_prefix='/a/'; Test unit written to /a/crash-1",
                "Done 5000 runs in 3 second(s)");

        assertThat(Outcome.of(log)).isEqualTo(new Outcome(5_000, 1_401, 3_000, 61, List.of("/a/crash-1")));
    }
}

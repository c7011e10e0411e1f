package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final StackStatus PARTLY_UP = new StackStatus(
            true,
            Instant.parse("2026-01-01T00:00:00Z"),
            List.of(
                    new ComponentStatus("kafka", Condition.UP, 9092, 4711L, 65L, 300L << 20, 1),
                    new ComponentStatus("store", Condition.WAITING, 8081, null, null, null, 0)));

    @Test
    void hasALineForEachComponent() {
        assertThat(StatusTable.of(PARTLY_UP)).hasToString("""
                component  state          pid   port  uptime          memory
                kafka      up            4711   9092  1 min 5 s      300 MiB  restarts: 1
                store      waiting          -   8081  -                    -""");
        assertThat(PARTLY_UP.isAllUp()).isFalse();
    }

    @Test
    void saysHowToStartWhatDoesNotRun() {
        StackStatus none = StackStatus.of(Optional.empty());

        assertThat(StatusTable.of(none)).isEqualTo("Triad is not running. To start it: ./triad up");
        assertThat(none.isAllUp()).isFalse();
    }

    @Test
    void leavesOutOfTheJsonWhatIsNotKnown() throws JsonProcessingException {
        assertThat(RunFile.JSON.readTree(RunFile.JSON.writeValueAsString(PARTLY_UP)))
                .isEqualTo(RunFile.JSON.readTree("""
                        {"running": true, "since": "2026-01-01T00:00:00Z", "components": [
                          {"name": "kafka", "state": "up", "port": 9092, "pid": 4711, "uptimeSeconds": 65,
                           "memoryBytes": 314572800, "restarts": 1},
                          {"name": "store", "state": "waiting", "port": 8081, "restarts": 0}]}"""));
    }
}

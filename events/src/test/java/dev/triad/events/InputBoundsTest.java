package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading an event allocates and lasts in proportion to its bytes, whatever they are. */
class InputBoundsTest {
    /** What any reading may allocate, and beside it for each byte of input. */
    private static final long BYTES_BASE = 256 * 1024;

    private static final long BYTES_A_BYTE = 48;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final EventCodec codec = new EventCodec();

    static List<String> hostile() {
        int most = EventCodec.BYTES_MAX;
        return List.of(
                "{\"quantity\":\"1e1000000000\"}",
                "{\"quantity\":1e1000000000}",
                "{\"x\":1e-2147483648}",
                "{\"amount\":\"" + "9".repeat(most / 2) + "\"}",
                "{\"lines\":[" + "{\"sku\":\"a\"},".repeat(most / 16),
                "{\"attribution\":[" + "[],".repeat(most / 4),
                "{\"users\":[" + "\"a\",".repeat(most / 8),
                "{\"labels\":{" + "\"a\":\"\",".repeat(most / 16) + "\"a\":\"\"}}",
                "{\"channel\":\"" + "\\ud83d\\ude00".repeat(most / 16) + "\"}",
                "[".repeat(most),
                "{\"a\":".repeat(most / 8),
                "\u0000".repeat(most));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void allocatesInProportionToItsInput(String json) {
        byte[] bytes = Utf8.bytes(json);
        for (EventType type : EventType.values()) {
            // The first reading loads classes, and the parser's own tables.
            readOrRefuse(type, bytes);
            long start = System.nanoTime();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            readOrRefuse(type, bytes);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocated).as("bytes for %s", type).isLessThan(BYTES_BASE + BYTES_A_BYTE * bytes.length);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        }
    }

    private void readOrRefuse(EventType type, byte[] json) {
        try {
            codec.decode(type, json);
        } catch (InvalidEventException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}

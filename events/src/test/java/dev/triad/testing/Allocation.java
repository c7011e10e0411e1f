package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What reading an input may allocate.
 *
 * @param bytesBase whatever the input is
 * @param bytesEach beside it, for each byte of input
 */
public record Allocation(long bytesBase, long bytesEach) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int READINGS_MAX = 4;

    /** Reads, and again when that took too much: the first readings may have loaded classes. */
    public <T extends @Nullable Object> T bounded(long inputBytes, Supplier<T> reading) {
        long most = bytesBase + bytesEach * inputBytes;
        for (int again = 1; ; again++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            T value = reading.get();
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (allocated <= most) {
                return value;
            }
            assertThat(again)
                    .as("%d bytes are allocated for an input of %d", allocated, inputBytes)
                    .isLessThan(READINGS_MAX);
        }
    }
}

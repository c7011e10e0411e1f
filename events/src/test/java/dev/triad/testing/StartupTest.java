package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StartupTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void aServerThatIsNotLetStartIsTriedAgain() {
        assertThat(Startup.of("server", () -> startAtTry(3))).isEqualTo(3);
    }

    @Test
    void oneThatNeverStartsIsGivenUpWithTheReason() {
        assertThatThrownBy(() -> Startup.of("server", () -> startAtTry(4)))
                .hasMessage("server did not start in 3 tries")
                .rootCause()
                .hasMessage("try 3");
    }

    @Test
    void aPortIsGivenOnceAndOnlyIfNobodyListensOnIt() throws IOException {
        int known = FreePorts.next();
        try (ServerSocket other = new ServerSocket(known + 1)) {
            assertThat(FreePorts.next()).isNotIn(known, other.getLocalPort());
        }
    }

    private int startAtTry(int wanted) throws IOException {
        int now = tries.incrementAndGet();
        if (now < wanted) {
            throw new IOException("try " + now);
        }
        return now;
    }
}

package dev.triad.limits.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.limits.Allowance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private static final Allowance FEW = new Allowance(2, 5);

    private final AtomicLong now = new AtomicLong();
    private final Clients clients = new Clients(FEW, now::get);

    @Test
    void aClientHasItsBurstAndThenWaits() {
        // When
        long granted = IntStream.range(0, 20)
                .filter(_ -> clients.take("eve").isGranted())
                .count();
        Taken refused = clients.take("eve");

        // Then
        assertThat(granted).isEqualTo(5);
        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.retrySeconds()).isEqualTo(1);
        assertThat(refused.policy()).isEqualTo("\"requests\";q=5;w=3");
        assertThat(refused.state()).isEqualTo("\"requests\";r=0;t=3");
    }

    @Test
    void timeGivesBackWhatWasUsed() {
        IntStream.range(0, 5).forEach(_ -> clients.take("eve"));

        now.addAndGet(Duration.ofMillis(500).toNanos());

        assertThat(clients.take("eve").isGranted()).isTrue();
        assertThat(clients.take("eve").isGranted()).isFalse();
    }

    @Test
    void oneClientTakesNothingFromAnother() {
        IntStream.range(0, 6).forEach(_ -> clients.take("eve"));

        assertThat(clients.take("adam").remaining()).isEqualTo(4);
    }

    @Test
    void whoComesBackAfterAllIsThereAgainHasTheWholeBurstAndNoMore() {
        IntStream.range(0, 6).forEach(_ -> clients.take("eve"));

        now.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(clients.take("eve").remaining()).isEqualTo(4);
    }

    @Test
    void onOnesOwnMachineNobodyIsHeldBackUnlessItIsAskedFor() {
        assertThat(Clients.allowance(false, Optional.empty(), Optional.empty()).isLimited())
                .isFalse();
        assertThat(Clients.allowance(true, Optional.empty(), Optional.empty())).isEqualTo(new Allowance(200, 2_000));
        assertThat(Clients.allowance(false, Optional.of(7L), Optional.empty())).isEqualTo(new Allowance(7, 70));
        assertThat(Clients.allowance(true, Optional.of(7L), Optional.of(9L))).isEqualTo(new Allowance(7, 9));
        assertThat(Clients.allowance(true, Optional.of(0L), Optional.empty()).isLimited())
                .isFalse();
    }
}

package dev.triad.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.CloudEvent;
import dev.triad.events.RatePublished;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookTimesTest {
    private static final Instant MICROSECOND = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Instant FINER = MICROSECOND.plusNanos(999);
    private static final RatePublished RATE = rate(FINER);

    @Test
    void areCutToTheMicrosecond() {
        CloudEvent cut = BookTimes.cut(event(FINER, RATE));

        assertThat(cut.time()).isEqualTo(MICROSECOND);
        assertThat(cut.data()).isEqualTo(rate(MICROSECOND));
        assertThat(cut.id()).isEqualTo(event(FINER, RATE).id());
    }

    @Test
    void areCutWhereOnlyTheRateSaysThemTooFinely() {
        assertThat(BookTimes.cut(event(MICROSECOND, RATE)).data()).isEqualTo(rate(MICROSECOND));
    }

    @Test
    void areCutWhereOnlyTheEventSaysThemTooFinely() {
        assertThat(BookTimes.cut(event(FINER, rate(MICROSECOND))).time()).isEqualTo(MICROSECOND);
    }

    @Test
    void leaveAnEventAloneThatTheBooksCanKeep() {
        CloudEvent event = event(MICROSECOND, rate(MICROSECOND));

        assertThat(BookTimes.cut(event)).isSameAs(event);
    }

    private static CloudEvent event(Instant time, RatePublished rate) {
        return Streams.event(new UUID(0x7000, 1), Streams.CLOUD, "compute", time, rate);
    }

    private static RatePublished rate(Instant from) {
        return new RatePublished("cloud", "compute", "hour", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, from);
    }
}

package dev.triad.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.events.RatePublished;
import dev.triad.events.Source;
import dev.triad.problem.ProblemException;
import dev.triad.signature.Signer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An event is only accepted once Kafka has acknowledged it. */
class EventPublisherTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anEventThatKafkaDoesNotAcknowledgeIsRefusedWithWhatToDo() {
        // Given: nobody listens there
        EventPublisher log = new EventPublisher(BrokerAccess.open("127.0.0.1:1"), Signer.NONE, Duration.ofMillis(300));
        CloudEvent rate = new CloudEvent(
                new UUID(0x7000, 1),
                new Source("amazon", "cloud"),
                "compute",
                TIME,
                "key-1",
                new RatePublished("cloud", "compute", "hour", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, TIME));

        // When, then
        assertThatThrownBy(() -> log.publish(rate, "Try again with key-1."))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(503);
                    assertThat(e.problem().code()).isEqualTo("log-unavailable");
                    assertThat(e.problem().detail()).contains("key-1");
                });
        log.close();
    }
}

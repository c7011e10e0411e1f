package dev.triad.cli.imports.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.imports.progress.Progress;
import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.EventIds;
import dev.triad.events.Source;
import dev.triad.events.UsageRecorded;
import dev.triad.signature.Signer;
import dev.triad.testing.KafkaTestResource;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Against a real broker, and a ledger that can be told to misbehave. */
@SuppressWarnings("NullAway.Init") // JUnit sets them.
class KafkaDeliveryTest {
    private static final KafkaTestResource KAFKA = new KafkaTestResource();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofMillis(500);
    private static final int EVENTS = 2_500;

    private static String servers;

    private FakeLedger ledger;

    /** One for each test, so that none sees what another sent. */
    private Source source;

    @BeforeAll
    static void startBroker() {
        servers = KAFKA.start().getOrDefault("kafka.bootstrap.servers", "");
    }

    @AfterAll
    static void stopBroker() {
        KAFKA.stop();
    }

    @BeforeEach
    void startLedger(TestInfo test) throws IOException {
        ledger = new FakeLedger(servers);
        source = new Source("acme", test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT));
    }

    @AfterEach
    void stopLedger() {
        ledger.close();
    }

    @Test
    void everyEventIsSentOnceAndWaitedFor() {
        Delivered delivered = deliver(ledger.uri(), PATIENCE, events(EVENTS));

        assertThat(delivered).isEqualTo(new Delivered(EVENTS, 0, EVENTS, 0, EVENTS, 0, 0, 0, true, List.of()));
        assertThat(delivered.failed()).isFalse();
        assertThat(inTheLog()).containsExactlyInAnyOrderElementsOf(events(EVENTS));
    }

    @Test
    void whatTheLedgerKnowsIsNotSentAgain() {
        deliver(ledger.uri(), PATIENCE, events(EVENTS));

        Delivered again = deliver(ledger.uri(), PATIENCE, events(EVENTS));

        assertThat(again).isEqualTo(new Delivered(EVENTS, EVENTS, 0, 0, EVENTS, 0, 0, 0, true, List.of()));
        assertThat(inTheLog()).hasSize(EVENTS);
    }

    @Test
    void anImportThatWasBrokenOffGoesOn() {
        deliver(ledger.uri(), PATIENCE, events(1_200));

        Delivered rest = deliver(ledger.uri(), PATIENCE, events(EVENTS));

        assertThat(rest).isEqualTo(new Delivered(EVENTS, 1_200, 1_300, 0, EVENTS, 0, 0, 0, true, List.of()));
        assertThat(inTheLog()).hasSize(EVENTS);
    }

    @Test
    void aLedgerThatRestartsIsAskedAgain() {
        ledger.failNext(3);

        Delivered delivered = deliver(ledger.uri(), PATIENCE, events(EVENTS));

        assertThat(delivered.unasked()).isZero();
        assertThat(delivered.posted()).isEqualTo(EVENTS);
        assertThat(inTheLog()).hasSize(EVENTS);
    }

    @Test
    void withoutTheLedgerTheEventsAreSentUnasked() {
        Delivered delivered = deliver(URI.create("http://localhost:1"), IMPATIENCE, events(EVENTS));

        assertThat(delivered).isEqualTo(new Delivered(EVENTS, 0, EVENTS, EVENTS, 0, 0, 0, EVENTS, true, List.of()));
        assertThat(delivered.failed()).isTrue();
        assertThat(inTheLog()).hasSize(EVENTS);
    }

    @Test
    void aLedgerThatComesBackAtTheEndStillCounts() {
        ledger.failNext(40);

        Delivered delivered = deliver(ledger.uri(), PATIENCE, events(EVENTS));

        assertThat(delivered.unasked()).isEqualTo(EVENTS);
        assertThat(delivered.posted()).isEqualTo(EVENTS);
    }

    @Test
    void whatStaysInSuspenseIsSaidAndNotWaitedForForever() {
        String waits = events(1).getFirst().id().toString();
        ledger.keepWaiting(waits::equals);

        Delivered delivered = deliver(ledger.uri(), PATIENCE, events(10));

        assertThat(delivered.waiting()).isEqualTo(1);
        assertThat(delivered.posted()).isEqualTo(9);
        assertThat(delivered.failed()).isFalse();
    }

    @Test
    void whatWaitedBeforeIsAskedForAgainAtTheEnd() {
        String waits = events(1).getFirst().id().toString();
        ledger.keepWaiting(waits::equals);
        deliver(ledger.uri(), PATIENCE, events(10));
        ledger.waitOnceMore(waits);

        Delivered again = deliver(ledger.uri(), PATIENCE, events(10));

        assertThat(again).isEqualTo(new Delivered(10, 10, 0, 0, 10, 0, 0, 0, true, List.of()));
    }

    @Test
    void anEventThatTheFileHoldsTwiceCountsOnce() {
        List<CloudEvent> twice = List.of(events(1).getFirst(), events(1).getFirst());

        Delivered delivered = deliver(ledger.uri(), PATIENCE, twice);

        assertThat(delivered.sent()).isEqualTo(1);
        assertThat(delivered.posted()).isEqualTo(1);
    }

    @Test
    void aKnownEventThatHasComeToSaySomethingElseIsSentAndNamed() {
        deliver(ledger.uri(), PATIENCE, events(3));
        CloudEvent restated = restated(events(3).get(1));

        Delivered delivered = deliver(
                ledger.uri(),
                PATIENCE,
                true,
                List.of(events(3).getFirst(), restated, events(3).getLast()));

        assertThat(delivered).isEqualTo(new Delivered(3, 3, 0, 0, 3, 0, 0, 0, true, List.of(restated)));
        assertThat(delivered.failed()).isTrue();
        assertThat(inTheLog()).hasSize(4).contains(restated);
    }

    @Test
    void aKnownEventThatSaysTheSameIsNotSentAgainWhenItIsCompared() {
        deliver(ledger.uri(), PATIENCE, true, events(3));

        Delivered again = deliver(ledger.uri(), PATIENCE, true, events(3));

        assertThat(again).isEqualTo(new Delivered(3, 3, 0, 0, 3, 0, 0, 0, true, List.of()));
        assertThat(inTheLog()).hasSize(3);
    }

    @Test
    void aKnownEventWithAnotherSubjectSaysSomethingElse() {
        deliver(ledger.uri(), PATIENCE, events(1));
        CloudEvent event = events(1).getFirst();
        CloudEvent elsewhere = new CloudEvent(event.id(), event.source(), "tenant-99", event.time(), event.data());

        assertThat(deliver(ledger.uri(), PATIENCE, true, List.of(elsewhere)).restated())
                .containsExactly(elsewhere);
    }

    @Test
    void nobodyHasToWait() {
        Delivered delivered = deliver(ledger.uri(), Duration.ZERO, events(10));

        assertThat(delivered.waited()).isFalse();
        assertThat(delivered.failed()).isFalse();
        assertThat(inTheLog()).hasSize(10);
    }

    @Test
    void aBrokerThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> KafkaDelivery.connect(
                        BrokerAccess.open("localhost:1"),
                        Signer.NONE,
                        new Ledger(ledger.uri()),
                        PATIENCE,
                        false,
                        Progress.SILENT))
                .isInstanceOf(DeliveryException.class)
                .hasMessage("no Kafka broker answers at localhost:1; start the stack with ./triad up,"
                        + " or name the broker with --bootstrap-servers");
    }

    private List<CloudEvent> inTheLog() {
        return ledger.events().stream()
                .filter(event -> event.source().equals(source))
                .toList();
    }

    private static Delivered deliver(URI ledger, Duration patience, List<CloudEvent> events) {
        return deliver(ledger, patience, false, events);
    }

    private static Delivered deliver(URI ledger, Duration patience, boolean compare, List<CloudEvent> events) {
        try (KafkaDelivery delivery = KafkaDelivery.connect(
                BrokerAccess.open(servers), Signer.NONE, new Ledger(ledger), patience, compare, Progress.SILENT)) {
            events.forEach(delivery::accept);
            return delivery.finish();
        }
    }

    private static CloudEvent restated(CloudEvent event) {
        UsageRecorded usage = (UsageRecorded) event.data();
        return new CloudEvent(
                event.id(),
                event.source(),
                event.subject(),
                event.time(),
                new UsageRecorded(
                        usage.provider(),
                        usage.consumer(),
                        usage.consumerKind(),
                        usage.resource(),
                        usage.quantity().add(BigDecimal.ONE),
                        usage.unitOfMeasure(),
                        usage.charge(),
                        usage.labels()));
    }

    private List<CloudEvent> events(int count) {
        Instant time = Instant.parse("2025-01-01T00:00:00Z");
        return IntStream.range(0, count)
                .mapToObj(i -> new CloudEvent(
                        EventIds.derived(time, source, "usage", Integer.toString(i)),
                        source,
                        "tenant-" + i % 10,
                        time,
                        new UsageRecorded(
                                "cloud",
                                "tenant-" + i % 10,
                                ConsumerKind.TENANT,
                                "compute",
                                BigDecimal.valueOf(i),
                                "vcpu-hour",
                                null,
                                Map.of())))
                .toList();
    }
}

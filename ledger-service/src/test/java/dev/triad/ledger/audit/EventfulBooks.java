package dev.triad.ledger.audit;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import dev.triad.events.CloudEvent;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.Rows;
import dev.triad.ledger.intake.LogLag;
import dev.triad.ledger.posting.Streams;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Books with everything in them that books can have: repricings, returns, what suspense cleared, repeats, quarantined records,
 * a closing and what came after it.
 */
@ApplicationScoped
class EventfulBooks {
    static final int EVENTS = 600;

    private static final long SEED = 20_261_127;
    private static final String GROUP = "amazon";
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final LogLag lag;
    private final Rows rows;

    EventfulBooks(LogLag lag, Rows rows) {
        this.lag = lag;
        this.rows = rows;
    }

    /**
     * What waits for its group, then the group with the first rates, then all else; and when January is closed, late
     * rates and late usage.
     */
    void post(String servers) {
        List<CloudEvent> stream = Streams.of(GROUP, SEED, EVENTS);
        List<CloudEvent> reference = stream.stream()
                .filter(event -> event.type().topic().equals(Topics.REFERENCE))
                .toList();
        List<CloudEvent> rest = new ArrayList<>(stream);
        rest.removeAll(reference);
        Collections.shuffle(rest, new Random(SEED));
        List<CloudEvent> tooLate = rest.stream()
                .filter(event -> event.data() instanceof UsageRecorded)
                .skip(40)
                .toList();
        rest.removeAll(tooLate);
        int early = EVENTS / 6;
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(rest.subList(0, early));
            await().atMost(WAIT).until(() -> suspended("waiting") == early);
            List<CloudEvent> first = reference.stream()
                    .filter(event -> !event.time().isAfter(Streams.START))
                    .toList();
            client.send(first);
            await().atMost(WAIT)
                    .until(() -> rows.number("select count(*) from suspense where waits_for <> 'sale'") == 0);
            client.send(rest.subList(early, rest.size()));
            client.send(rest.subList(0, EVENTS / 10));
            client.send(unpostable(stream));
            client.send(Streams.event(
                    new UUID(0x7000, 999_999),
                    new Source("nowhere", "store"),
                    "order",
                    Streams.START,
                    stream.stream()
                            .map(CloudEvent::data)
                            .filter(SaleRecorded.class::isInstance)
                            .findFirst()
                            .orElseThrow()));
            client.sendRecords(List.of(
                    new ProducerRecord<>(Topics.SALES, "no event".getBytes(StandardCharsets.UTF_8)),
                    new ProducerRecord<>(Topics.USAGE, null, null)));
            settled();
            RestAssured.post("/api/v1/groups/amazon/periods/2026-01/close")
                    .then()
                    .statusCode(anyOf(equalTo(202), equalTo(200)));
            await().atMost(WAIT).until(() -> rows.number("select count(*) from closing") == 1);
            List<CloudEvent> late = new ArrayList<>(reference);
            late.removeAll(first);
            client.send(late);
            client.send(tooLate);
        }
        settled();
        assertThat(suspended("quarantined")).isEqualTo(4);
    }

    /** A return of more than was sold, and an id that is used again for something else. */
    private static List<CloudEvent> unpostable(List<CloudEvent> stream) {
        CloudEvent sold = stream.stream()
                .filter(event -> event.data() instanceof SaleRecorded)
                .findFirst()
                .orElseThrow();
        return List.of(
                Streams.event(
                        new UUID(0x7000, 999_998),
                        sold.source(),
                        "order",
                        sold.time().plusSeconds(90),
                        new SaleReturned(sold.id(), List.of(new ReturnLine(1, "sku", new BigDecimal(99), null)), null)),
                Streams.event(sold.id(), sold.source(), "another", sold.time(), sold.data()));
    }

    private void settled() {
        await().atMost(WAIT)
                .untilAsserted(() -> assertThat(lag.byPartition().values()).containsOnly(0L));
        await().atMost(WAIT).until(() -> suspended("waiting") <= 1);
    }

    private static long suspended(String state) {
        List<Map<String, Object>> counts = get("/api/v1/suspense").jsonPath().getList("counts");
        return counts.stream()
                .filter(count -> state.equals(count.get("state")))
                .mapToLong(count -> Long.parseLong(String.valueOf(count.get("items"))))
                .sum();
    }
}

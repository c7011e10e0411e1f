package dev.triad.ledger.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.stream.SseClient.Sent;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream with a real broker, a real database and real connections. Each test has a group of its own. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class StreamQuarkusTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int READERS_THAT_LEAVE = 40;
    private static final int SALES_TO_LEAVE = 2_000;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    LiveFeed feed;

    private @Nullable LedgerClient open;

    @BeforeEach
    void connect() {
        open = new LedgerClient(servers);
    }

    /** Who has gone is noticed, or a later test would find other readers than its own. */
    @AfterEach
    void disconnect() {
        client().close();
        await().atMost(WAIT).untilAsserted(() -> assertThat(feed.readers()).isZero());
    }

    @Test
    void anEntryIsShownWithItsRecord() {
        // Given
        try (SseClient reader = new SseClient("/api/v1/stream?group=shown")) {
            assertThat(reader.next("hello")
                            .data()
                            .path("limits")
                            .path("windowEntries")
                            .asInt())
                    .isEqualTo(StreamLimits.WINDOW_ENTRIES);

            // When
            client().send(Sales.declared("shown"), Sales.sale("shown", "store", "order-1", Sales.NOON, "10.00"));

            // Then
            JsonNode declared = reader.next("entry").data();
            assertThat(declared.path("type").asText()).isEqualTo("triad.group.declared.v1");
            JsonNode sale = reader.next("entry").data();
            assertThat(sale.path("entry").asText()).startsWith("sales-");
            assertThat(sale.path("postings").findValuesAsText("account"))
                    .contains("store:assets:cash", "store:revenue:external:goods");
            assertThat(sale.path("postings").path(0).path("amount").asText()).isEqualTo("10.00");
            assertThat(sale.path("place").path("topic").asText()).isEqualTo("triad.sales");
            assertThat(sale.path("key").asText()).isEqualTo("order-1");
            assertThat(sale.path("headers").path("ce_idempotencykey").asText()).isEqualTo("key-of-order-1");
            assertThat(sale.path("headers").properties())
                    .noneMatch(header -> header.getKey().startsWith("__"));
            assertThat(sale.path("data").path("lines").path(0).path("sku").asText())
                    .isEqualTo("Straße-order-1");
        }
    }

    @Test
    void aReaderThatComesBackAgainAndAgainGetsEveryEntryOnce() {
        // Given
        int count = 3_000;
        List<String> seen = new ArrayList<>();
        String last;
        try (SseClient reader = new SseClient("/api/v1/stream?group=back")) {
            last = String.valueOf(reader.next("hello").id());
        }
        client().send(Sales.declared("back"));
        Thread posting = Thread.startVirtualThread(() -> {
            for (int i = 0; i < count; i += 50) {
                client().send(Sales.sales("back", i, i + 50));
            }
        });

        // When: it stays for a different number of entries each time
        int connections = 0;
        while (seen.size() <= count) {
            connections++;
            try (SseClient reader = new SseClient("/api/v1/stream?group=back", Map.of("Last-Event-ID", last))) {
                int stay = 1 + 97 * connections % 400;
                while (stay > 0 && seen.size() <= count) {
                    Sent sent = reader.one();
                    assertThat(sent.event()).isNotEqualTo("gap");
                    last = sent.id() == null ? last : sent.id();
                    if (sent.event().equals("entry")) {
                        seen.add(sent.data().path("subject").asText());
                        stay--;
                    }
                }
            }
        }

        // Then
        assertThat(posting.isAlive()).isFalse();
        assertThat(connections).isGreaterThan(5);
        assertThat(seen).doesNotHaveDuplicates().hasSize(count + 1).containsAll(subjects(count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000aaaa-17", "sales-2-6983"})
    void anIdOfAnotherRunIsToldAsAGap(String id) {
        // Given
        String path = "/api/v1/stream?group=other-run&lastEventId=" + id;

        // When
        try (SseClient reader = new SseClient(path)) {
            Sent hello = reader.next("hello");
            JsonNode gap = reader.next("gap").data();

            // Then
            assertThat(hello.data().path("resumed").asBoolean()).isFalse();
            assertThat(gap.path("reason").asText()).isEqualTo("epoch");
            assertThat(gap.path("after").asText()).isEqualTo(id);
            assertThat(gap.has("missed")).isFalse();
        }
    }

    @Test
    void whatHasLeftTheWindowIsToldWithItsNumber() {
        // Given
        int count = StreamLimits.WINDOW_ENTRIES + 2_000;
        String last;
        try (SseClient reader = new SseClient("/api/v1/stream")) {
            last = String.valueOf(reader.next("hello").id());
        }
        client().send(Sales.declared("long-gone"));
        client().send(Sales.sales("long-gone", 0, count));
        awaitPosted(feed, number(last) + count + 1);

        // When
        try (SseClient reader = new SseClient("/api/v1/stream", Map.of("Last-Event-ID", last))) {
            Sent hello = reader.next("hello");
            JsonNode gap = reader.next("gap").data();

            // Then: what it missed and what it gets come to all that was posted
            long missed = gap.path("missed").asLong();
            assertThat(gap.path("reason").asText()).isEqualTo("window");
            assertThat(missed).isGreaterThanOrEqualTo(2_001);
            Sent first = reader.next("entry");
            assertThat(number(String.valueOf(first.id()))).isEqualTo(number(last) + missed + 1);
            assertThat(gap.path("resumesAfter").asText()).endsWith("-" + (number(last) + missed));
            long newest = number(hello.data().path("newest").asText());
            assertThat(newest).isEqualTo(number(last) + count + 1);
            long received = 1;
            String id = String.valueOf(first.id());
            while (number(id) < newest) {
                id = String.valueOf(reader.next("entry").id());
                received++;
            }
            assertThat(missed + received).isEqualTo(count + 1L);
        }
    }

    @Test
    void aReaderThatDoesNotReadIsToldExactlyWhatItMissed() {
        // Given
        int count = 40_000;
        long before;
        try (SseClient reader = new SseClient("/api/v1/stream?group=slow&account=store:assets")) {
            before = number(String.valueOf(reader.next("hello").id()));

            client().send(Sales.declared("slow"));
            awaitPosted(feed, before + 1);

            // When
            client().send(Sales.sales("slow", 0, count));
            awaitPosted(feed, before + count + 1);

            // Then
            long received = 0;
            JsonNode counts = null;
            while (counts == null || dealtWith(counts) < count) {
                Sent sent = reader.one();
                if (sent.event().equals("entry")) {
                    received++;
                } else if (sent.event().equals("counts")) {
                    counts = sent.data();
                    assertThat(counts.path("sent").asLong()).isEqualTo(received);
                    assertThat(counts.path("matched").asLong())
                            .isEqualTo(received + counts.path("skipped").asLong());
                }
            }
            assertThat(dealtWith(counts)).isEqualTo(count);
            assertThat(counts.path("skipped").asLong()).isPositive();
        }
    }

    @Test
    void aReaderThatWantsFewGetsFewAndTheCountsOfAll() {
        // Given
        int count = 2_000;
        try (SseClient reader = new SseClient("/api/v1/stream?group=few&type=triad.sale.recorded.v1&maxPerSecond=20")) {
            assertThat(reader.next("hello").data().path("maxPerSecond").asInt()).isEqualTo(20);

            // When
            client().send(Sales.declared("few"));
            client().send(Sales.sales("few", 0, count));

            // Then
            JsonNode counts = reader.next("counts").data();
            while (counts.path("matched").asLong() < count) {
                counts = reader.next("counts").data();
            }
            assertThat(counts.path("matched").asLong()).isEqualTo(count);
            assertThat(counts.path("sent").asLong() + counts.path("skipped").asLong())
                    .isEqualTo(count);
            assertThat(counts.path("sent").asLong()).isBetween(1L, 200L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unit=cloud, cloud-1",
        "subject=order-2, order-2",
        "account=cloud:assets:c, cloud-1",
        "amountFrom=30.00, order-3",
        "amountTo=10.00, order-1",
        "amountFrom=20&amountTo=20.00, order-2",
        "q=KEY-OF-ORDER-2, order-2",
        "q=ße-order-3, order-3",
        "q=straße&unit=cloud, cloud-1"
    })
    void aFilterLetsThroughWhatItNames(String filter, String subject) {
        // Given
        String group = "filter-" + Integer.toHexString(filter.hashCode());
        String query = "?group=" + group + "&type=triad.sale.recorded.v1&"
                + filter.replace("ß", URLEncoder.encode("ß", StandardCharsets.UTF_8));
        try (SseClient reader = new SseClient("/api/v1/stream" + query)) {
            reader.next("hello");

            // When
            client().send(Sales.declared(group));
            client().send(
                            Sales.sale(group, "store", "order-1", Sales.NOON, "10.00"),
                            Sales.sale(group, "cloud", "cloud-1", Sales.NOON, "15.00"),
                            Sales.sale(group, "store", "order-2", Sales.NOON, "20.00"),
                            Sales.sale(group, "store", "order-3", Sales.NOON, "30.00"));

            // Then
            assertThat(reader.next("entry").data().path("subject").asText()).isEqualTo(subject);
            await().atMost(WAIT)
                    .untilAsserted(() -> given().get("/api/v1/groups/" + group + "/entries?limit=10")
                            .then()
                            .body("entries.size()", equalTo(5)));
            assertThat(reader.next("counts").data().path("matched").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=triad.sale",
                "amountFrom=ten",
                "amountTo=-1",
                "amountFrom=2&amountTo=1",
                "maxPerSecond=0",
                "maxPerSecond=10001"
            })
    void aFilterThatSaysNothingIsAProblem(String filter) {
        given().get("/api/v1/stream?" + filter).then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    /** Over HTTP/2, which this client would like, one connection would carry all that it asks for. */
    @Test
    void aReaderThatLeavesTakesNothingElseOfItsConnectionAlong() throws IOException, InterruptedException {
        // Given: so much to send that whoever leaves does so in the middle
        String begin;
        try (SseClient reader = new SseClient("/api/v1/stream")) {
            begin = String.valueOf(reader.next("hello").id());
        }
        client().send(Sales.declared("left"));
        client().send(Sales.sales("left", 0, SALES_TO_LEAVE));
        awaitPosted(feed, number(begin) + SALES_TO_LEAVE + 1);
        HttpClient http = HttpClient.newBuilder().version(Version.HTTP_2).build();

        for (int i = 0; i < READERS_THAT_LEAVE; i++) {
            // When
            try (InputStream stream = http.send(
                            request("/api/v1/stream?lastEventId=" + begin), BodyHandlers.ofInputStream())
                    .body()) {
                stream.skipNBytes(i * 1_000L);
            }

            // Then
            HttpResponse<String> other = http.send(request("/api/v1/groups"), BodyHandlers.ofString());
            assertThat(other.statusCode()).isEqualTo(200);
        }
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .build();
    }

    @Test
    void aTextThatIsTooLongIsAProblem() {
        given().get("/api/v1/stream?q=" + "x".repeat(FilterParameters.TEXT_MAX + 1))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    /** What was sent or skipped, and what a feed that had no time to keep up told of as a gap. */
    private static long dealtWith(JsonNode counts) {
        return counts.path("matched").asLong() + counts.path("unseen").asLong();
    }

    private static void awaitPosted(LiveFeed feed, long newest) {
        await().atMost(Duration.ofSeconds(60)).until(() -> feed.newest() >= newest);
    }

    private static long number(String id) {
        return StreamId.parse(id).orElseThrow().sequence();
    }

    /** Those of the sales, and the group's own. */
    private static List<String> subjects(int count) {
        return IntStream.range(0, count).mapToObj(i -> "order-" + i).toList();
    }

    private LedgerClient client() {
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        return open;
    }
}

package dev.triad.ledger.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.events.CloudEvent;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.room.Room;
import dev.triad.ledger.stream.BookedEntry;
import dev.triad.ledger.stream.Sales;
import dev.triad.ledger.stream.SseClient;
import dev.triad.ledger.stream.StreamFilter;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The search of history with a real broker and a real database, over a group of 700 sales: seven at each of a hundred
 * moments, a minute apart, beside another group at the same moments.
 */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class SearchQuarkusTest {
    private static final String GROUP = "history";
    private static final String ENTRIES = "/api/v1/groups/" + GROUP + "/entries";
    private static final int MOMENTS = 100;
    private static final int TIED = 7;

    /** The sales and the declaration of the group. */
    private static final int COUNT = MOMENTS * TIED + 1;

    private static boolean isPosted;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    Searches searches;

    @Inject
    Groups groups;

    /** One history for all tests. */
    @BeforeEach
    void post() {
        if (isPosted) {
            return;
        }
        List<CloudEvent> sales = new ArrayList<>();
        for (int i = 0; i < MOMENTS * TIED; i++) {
            Instant time = moment(i % MOMENTS);
            sales.add(Sales.sale(GROUP, "store", "order-" + i, time, 1 + i + ".00"));
            sales.add(Sales.sale("beside", "store", "order-" + i, time, 1 + i + ".00"));
        }
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(Sales.declared(GROUP), Sales.declared("beside"));
            client.send(sales);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(pages("order=asc&limit=1000").size()).isEqualTo(COUNT);
            assertThat(given().get("/api/v1/suspense?group=" + GROUP).jsonPath().getList("items"))
                    .isEmpty();
        });
        isPosted = true;
    }

    @Test
    void aJumpBeginsWithTheFirstEntryAtOrAfterTheTime() {
        // Given
        Instant between = moment(41).plusSeconds(1);

        // When, Then
        page("order=asc&limit=1&from=" + moment(42))
                .body("entries[0].time", equalTo(moment(42).toString()));
        page("order=asc&limit=1&from=" + between)
                .body("entries[0].time", equalTo(moment(42).toString()));
        page("order=desc&limit=1&to=" + moment(42))
                .body("entries[0].time", equalTo(moment(41).toString()));
        page("order=desc&limit=1&to=" + moment(42).plusNanos(1_000))
                .body("entries[0].time", equalTo(moment(42).toString()));
        page("order=asc&from=" + moment(42) + "&to=" + moment(43))
                .body("entries", hasSize(TIED))
                .body("complete", equalTo(true));
        page("order=asc&from=" + moment(MOMENTS)).body("entries", hasSize(0)).body("complete", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "limit=3", "limit=7", "limit=200"})
    void aCursorGoesOnWithoutLossOrRepeatAlsoWithinAMoment(String limit) {
        // Given
        String span = "from=" + moment(10) + "&to=" + moment(20) + "&";

        // When
        List<String> forwards = pages(span + "order=asc&" + limit);
        List<String> backwards = pages(span + "order=desc&" + limit);

        // Then
        assertThat(forwards).hasSize(10 * TIED).doesNotHaveDuplicates();
        assertThat(forwards).isEqualTo(pages(span + "order=asc&limit=1000"));
        assertThat(backwards.reversed()).isEqualTo(forwards);
    }

    @ParameterizedTest
    @CsvSource({
        "subject=order-123, order-123",
        "q=KEY-OF-ORDER-123, order-123",
        "amountFrom=124&amountTo=124.00, order-123",
        "type=triad.group.declared.v1, history",
        "unit=cloud, history",
        "q=a group, history"
    })
    void aFilterFindsWhatItNames(String filter, String subject) {
        page("limit=2&" + filter)
                .body("entries", hasSize(1))
                .body("entries[0].subject", equalTo(subject))
                .body("entries[0].key", equalTo(subject))
                .body("entries[0].headers.ce_subject", equalTo(subject))
                .body("entries[0].data", notNullValue())
                .body("complete", equalTo(true));
    }

    @Test
    void anAccountFindsEveryEntryThatMovesIt() {
        assertThat(pages("account=store:assets:cash&limit=90")).hasSize(MOMENTS * TIED);
        page("account=cloud:").body("entries", hasSize(0)).body("complete", equalTo(true));
    }

    @Test
    void asEventsItTellsWhatItFindsHowFarItIsAndThatItIsOver() {
        // Given
        List<String> found = new ArrayList<>();
        int progress = 0;

        // When
        List<JsonNode> ends = new ArrayList<>();
        try (SseClient search = new SseClient(ENTRIES + "?order=asc&q=order-6")) {
            for (SseClient.Sent sent = search.next(); sent != null; sent = search.next()) {
                switch (sent.event()) {
                    case "entry" -> found.add(sent.data().path("subject").asText());
                    case "progress" -> {
                        progress++;
                        assertThat(sent.data().path("matched").asInt()).isEqualTo(found.size());
                        assertThat(sent.data().has("first")).isTrue();
                        assertThat(sent.data().has("last")).isTrue();
                    }
                    default -> ends.add(sent.data());
                }
            }
        }

        // Then: 6, 60 to 69 and 600 to 699
        assertThat(found).hasSize(111).doesNotHaveDuplicates();
        assertThat(progress).isGreaterThan(1);
        assertThat(ends).hasSize(1);
        JsonNode end = ends.getFirst();
        assertThat(end.path("complete").asBoolean()).isTrue();
        assertThat(end.path("matched").asInt()).isEqualTo(111);
        assertThat(end.has("next")).isFalse();
    }

    @Test
    void theIdOfAnEntryGoesOnAfterIt() {
        // Given
        List<String> all = pages("order=asc&limit=1000");
        String id;
        try (SseClient search = new SseClient(ENTRIES + "?order=asc&limit=20")) {
            for (int i = 0; i < 9; i++) {
                search.next("entry");
            }
            id = String.valueOf(search.next("entry").id());
            JsonNode end = search.next("end").data();
            assertThat(end.path("complete").asBoolean()).isFalse();
            page("order=asc&limit=1&cursor=" + end.path("next").asText())
                    .body("entries[0].entry", equalTo(all.get(20)));
        }

        // When
        try (SseClient search = new SseClient(ENTRIES + "?order=asc", Map.of("Last-Event-ID", id))) {
            String next = search.next("entry").data().path("entry").asText();

            // Then
            assertThat(next).isEqualTo(all.get(10));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> searches.running() == 0);
    }

    @Test
    void itStopsWhenNobodyListensAnyMore() throws IOException {
        // Given
        SearchRequest request = new SearchRequest(
                groups.known(GROUP),
                new StreamFilter(GROUP, null, null, null, null, null, null, "stands nowhere"),
                null,
                null,
                SearchOrder.ASC,
                null,
                SearchLimits.ENTRIES_MAX);

        // When
        try (Room.Place _ = searches.enter()) {
            Search search = searches.search(request, new GoesAfterTheFirstPortion());
            boolean complete = search.run();

            // Then
            assertThat(complete).isFalse();
            assertThat(search.progress().scanned()).isEqualTo(SearchLimits.PORTION_FIRST);
        }
    }

    @Test
    void oneMoreThanMayRunIsRefused() {
        // Given
        List<Room.Place> places = new ArrayList<>();
        Collections.addAll(places, searches.enter(), searches.enter(), searches.enter(), searches.enter());

        // When, Then
        given().get(ENTRIES)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("too-many-searches"));
        places.forEach(Room.Place::close);
        page("limit=1").body("entries", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order=up", "cursor=x", "from=noon", "limit=0", "limit=1001", "type=none", "amountTo=1e3"})
    void whatCannotBeSearchedForIsAProblem(String query) {
        given().get(ENTRIES + "?" + query).then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    @Test
    void aCursorBelongsToItsOrder() {
        String next = page("order=asc&limit=1").extract().path("next");
        given().get(ENTRIES + "?order=desc&cursor=" + next).then().statusCode(400);
    }

    @Test
    void thereIsNothingToSearchInAGroupThatThereIsNot() {
        given().get("/api/v1/groups/nowhere/entries").then().statusCode(404).body("code", equalTo("unknown-group"));
    }

    private static final class GoesAfterTheFirstPortion implements Search.Listener {
        @Override
        public void found(BookedEntry entry, SearchCursor at) {
            throw new AssertionError("nothing is to be found");
        }

        @Override
        public boolean goOn(SearchProgress progress) {
            return progress.scanned() == 0;
        }
    }

    private static Instant moment(int number) {
        return Sales.NOON.plus(Duration.ofMinutes(number));
    }

    private static io.restassured.response.ValidatableResponse page(String query) {
        return given().get(ENTRIES + "?" + query).then().statusCode(200);
    }

    /** The names of all entries that the pages of a search hold. */
    private static List<String> pages(String query) {
        List<String> names = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = page(query + (cursor == null ? "" : "&cursor=" + cursor))
                    .extract()
                    .jsonPath();
            names.addAll(page.getList("entries.entry"));
            cursor = page.getString("next");
        } while (cursor != null);
        return names;
    }
}

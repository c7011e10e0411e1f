package dev.triad.ledger.suspense;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.KafkaBinding;
import dev.triad.events.LineKind;
import dev.triad.events.RatePublished;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.Rows;
import dev.triad.ledger.audit.Audits;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.signature.EventReader;
import dev.triad.signature.LogCut;
import dev.triad.signature.Producer;
import dev.triad.signature.Producers;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import dev.triad.signature.SourcePattern;
import dev.triad.signature.TrustedKey;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A ledger that knows its producers believes each of them its own sources, and nobody else anything. */
@QuarkusTest
@TestProfile(SignedEventsQuarkusTest.KnownProducers.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class SignedEventsQuarkusTest {
    /** Of the store, another key was retired before anything was sent. */
    public static class KnownProducers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("triad.producers.cloud.key", base64('c')),
                    Map.entry("triad.producers.cloud.sources", "/*/cloud"),
                    Map.entry("triad.producers.store.key", base64('s')),
                    Map.entry("triad.producers.store.sources", "/acme/store"),
                    Map.entry("triad.producers.store.other-keys.next.key", base64('n')),
                    Map.entry("triad.producers.store.other-keys.old.key", base64('o')),
                    Map.entry("triad.producers.store.other-keys.old.until.sales", "0,0,0,0,0,0"),
                    Map.entry("triad.producers.ledger.key", base64('l')),
                    Map.entry("triad.producers.ledger.sources", "/*/*"),
                    Map.entry("triad.signing.producer", "ledger"),
                    Map.entry("triad.signing.key", base64('l')));
        }
    }

    private static final Instant TIME = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Source STORE = new Source("acme", "store");
    private static final Source CLOUD = new Source("acme", "cloud");

    private static final Signer BY_STORE = Signer.of("store", key('s'));
    private static final Signer BY_CLOUD = Signer.of("cloud", key('c'));

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    DataSource dataSource;

    @Inject
    Rows rows;

    @Inject
    Journal journal;

    @Inject
    SuspenseBook suspense;

    @Inject
    RecordDecoder decoder;

    @Test
    void onlyWhatIsByItsProducerIsPostedAndAllElseIsRedrivenOnceItsProducerIsKnown() throws SQLException {
        try (LedgerClient client = new LedgerClient(servers)) {
            // Given: the group, and two sales by the two keys that count
            client.sendRecords(List.of(
                    BY_CLOUD.sign(record(CLOUD, "group", group())),
                    BY_STORE.sign(record(STORE, "good", sale())),
                    Signer.of("store", key('n')).sign(record(STORE, "good-by-next", sale()))));
            awaitPosted("good");
            awaitPosted("good-by-next");

            // When
            ProducerRecord<byte[], byte[]> tampered = BY_STORE.sign(record(STORE, "tampered", sale()));
            byte[] price = new String(tampered.value(), StandardCharsets.UTF_8)
                    .replace("10.00", "99.00")
                    .getBytes(StandardCharsets.UTF_8);
            List<RecordMetadata> refused = client.sendRecords(List.of(
                    record(STORE, "unsigned", sale()),
                    new ProducerRecord<>(tampered.topic(), null, tampered.key(), price, tampered.headers()),
                    Signer.of("stranger", key('x')).sign(record(STORE, "stranger", sale())),
                    Signer.of("store", key('o')).sign(record(STORE, "expired", sale())),
                    BY_STORE.sign(record(CLOUD, "forged-rate", rate())),
                    BY_CLOUD.sign(record(new Source("acme", "store"), "foreign-sale", sale()))));

            // Then
            List<String> reasons = List.of(
                    "unsigned", "bad-signature", "unknown-producer", "expired-key", "foreign-source", "foreign-source");
            for (int i = 0; i < reasons.size(); i++) {
                String reason = reasons.get(i);
                long id = awaitItem(refused.get(i));
                get("/api/v1/suspense/" + id)
                        .then()
                        .statusCode(200)
                        .body("item.state", equalTo("quarantined"))
                        .body("item.reason", equalTo(reason));
                // Tried again, it is judged again, and still not believed.
                post("/api/v1/suspense/" + id + "/redrive")
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("quarantined"))
                        .body("reason", equalTo(reason));
            }
            for (String name : List.of("unsigned", "tampered", "stranger", "expired", "foreign-sale")) {
                get(address(STORE, name)).then().statusCode(404);
            }
            assertThat(rows.number("select count(*) from entry")).isEqualTo(3);
            assertThat(rows.number("select count(*) from rate")).isZero();
            assertThat(Audits.differences(dataSource, servers, decoder)).isEmpty();

            // When the stranger's key becomes known
            RecordDecoder more = knowingTheStranger();
            Redrive redrive = new Redrive(journal, new KeptRecords(more), suspense);
            Redrive.Outcome outcome = redrive.redrive(awaitItem(refused.get(2)));

            // Then it posts, and whoever judges by the same keys finds no difference; who does not, does
            assertThat(outcome.state()).isEqualTo("resolved");
            get(address(STORE, "stranger")).then().statusCode(200);
            assertThat(rows.number("select count(*) from entry")).isEqualTo(4);
            assertThat(Audits.differences(dataSource, servers, more)).isEmpty();
            assertThat(Audits.differences(dataSource, servers, decoder))
                    .anyMatch(difference -> difference.contains("quarantined as unknown-producer"));
            assertThat(Audits.differences(dataSource, servers, new RecordDecoder()))
                    .anyMatch(difference -> difference.contains("believed by now"));
        }
    }

    private static RecordDecoder knowingTheStranger() {
        return new RecordDecoder(new EventReader(new Producers(
                List.of(
                        producer("cloud", "/*/cloud", TrustedKey.current(key('c'))),
                        producer("stranger", "/acme/store", TrustedKey.current(key('x'))),
                        producer(
                                "store",
                                "/acme/store",
                                TrustedKey.current(key('s')),
                                TrustedKey.current(key('n')),
                                new TrustedKey(key('o'), new LogCut(Map.of())))),
                new LogCut(Map.of()))));
    }

    private static Producer producer(String name, String source, TrustedKey... keys) {
        return new Producer(name, List.of(keys), List.of(SourcePattern.parse(source)));
    }

    private void awaitPosted(String name) {
        await().atMost(WAIT).until(() -> get(address(STORE, name)).statusCode() == 200);
    }

    private long awaitItem(RecordMetadata sent) {
        String query =
                "select coalesce(max(id), 0) from suspense where partition = %d and record_offset = %d and topic = %d"
                        .formatted(sent.partition(), sent.offset(), LogTopics.number(sent.topic()));
        await().atMost(WAIT).until(() -> rows.number(query) > 0);
        return rows.number(query);
    }

    private static String address(Source source, String name) {
        return "/api/v1/events" + source + "/" + EventIds.derived(TIME, source, name);
    }

    private ProducerRecord<byte[], byte[]> record(Source source, String name, Event data) {
        return binding.toRecord(new CloudEvent(EventIds.derived(TIME, source, name), source, name, TIME, data));
    }

    private static GroupDeclared group() {
        return new GroupDeclared(
                "Acme",
                Asset.parse("EUR/4"),
                TransferPriceMethod.LIST,
                List.of(new DeclaredUnit("store", "Store", List.of()), new DeclaredUnit("cloud", "Cloud", List.of())));
    }

    private static RatePublished rate() {
        return new RatePublished(
                "cloud", "compute", "hour", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, TIME.minusSeconds(1));
    }

    private static SaleRecorded sale() {
        return new SaleRecorded(
                "web",
                null,
                List.of(new SaleLine(
                        "lamp", "home", LineKind.GOODS, BigDecimal.ONE, new BigDecimal("10.00"), BigDecimal.ONE)),
                null,
                List.of());
    }

    private static SigningKey key(char c) {
        return SigningKey.ofBase64("key", base64(c));
    }

    private static String base64(char c) {
        return Base64.getEncoder().encodeToString(String.valueOf(c).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}

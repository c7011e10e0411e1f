package dev.triad.ledger.closing;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.LineKind;
import dev.triad.events.PartitionCut;
import dev.triad.events.PeriodClosed;
import dev.triad.events.RatePublished;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import dev.triad.events.UsageRecorded;
import dev.triad.ledger.LedgerClient;
import dev.triad.ledger.OwnBooks;
import dev.triad.ledger.audit.Audit;
import dev.triad.ledger.audit.Findings;
import dev.triad.ledger.audit.KafkaLog;
import dev.triad.ledger.audit.Progress;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.journal.FreshLedger;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A month is closed while events stream in; whatever comes late is booked after it, and the month never changes. */
@QuarkusTest
@TestProfile(OwnBooks.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ClosedPeriodQuarkusTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(90);
    private static final int STREAMED = 1_200;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    DataSource dataSource;

    @Inject
    Cuts cuts;

    @Test
    void aClosedMonthNeverChangesAndWhatIsLateIsInTheOpenOne() throws Exception {
        // Given: books with a history, and events of March and April that stream in while March is closed
        String group = "closed-books";
        CloudEvent sale = sale(group, MARCH.plus(Duration.ofDays(3)), "order");
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "0.05", MARCH, MARCH), sale);
            client.send(usages(group, "before", 400));
            await().atMost(WAIT).until(() -> posted(group) >= 401);
            Thread stream = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 12; i++) {
                    client.send(usages(group, "stream-" + i, STREAMED / 12));
                }
            });

            // When
            post(period(group, "2026-03") + "/close")
                    .then()
                    .statusCode(202)
                    .header("Location", endsWith(period(group, "2026-03")));
            await().atMost(WAIT)
                    .untilAsserted(() -> get(period(group, "2026-03"))
                            .then()
                            .body("state", equalTo("closed"))
                            .body("complete", equalTo(true)));
            List<String> closed = march(group);
            stream.join();

            // And: a late sale and a late return, a late rate, and late usage after it
            CloudEvent late = sale(group, MARCH.plus(Duration.ofDays(5)), "late-order");
            CloudEvent back = event(
                    new Source(group, "store"),
                    MARCH.plus(Duration.ofDays(6)),
                    "back",
                    new SaleReturned(sale.id(), List.of(new ReturnLine(1, "mug", BigDecimal.ONE, null)), null));
            client.send(late, back, rate(group, "0.04", MARCH.plus(Duration.ofDays(10)), APRIL));
            client.send(usages(group, "late", 100));
            await().atMost(WAIT).until(() -> posted(group) >= 401 + STREAMED + 102);

            // Then
            assertThat(march(group)).isEqualTo(closed);
            get("/api/v1/events/" + group + "/store/" + late.id())
                    .then()
                    .body("entries[0].time", equalTo("2026-04-01T00:00:00Z"))
                    .body("entries[0].occurredAt", equalTo("2026-03-06T00:00:00Z"))
                    .body("entries[0].late", containsString("happened in March 2026, which had been closed"));
            get("/api/v1/events/" + group + "/store/" + back.id())
                    .then()
                    .body("entries[0].occurredAt", equalTo("2026-03-07T00:00:00Z"));
            get("/api/v1/events/" + group + "/store/" + sale.id()).then().body("entries[0].occurredAt", nullValue());
            get("/api/v1/groups/" + group
                            + "/accounts/cloud:assets:receivables:acme/statement?from=2026-04-01&limit=500")
                    .then()
                    .body("lines.rule", hasItem("repricing"))
                    .body("lines.find { it.rule == 'repricing' }.time", equalTo("2026-04-01T00:00:00Z"))
                    .body("lines.find { it.rule == 'repricing' }.occurredAt", containsString("2026-03"));
            get("/api/v1/groups/" + group + "/trial-balance").then().body("balanced", equalTo(true));
            JsonPath periods = get("/api/v1/groups/" + group + "/periods").jsonPath();
            assertThat(periods.getList("periods.period")).containsExactly("2026-03", "2026-04");
            assertThat(periods.getList("periods.state")).containsExactly("closed", "open");
        }

        // And: the log alone comes to the same, by the audit and in a database of its own
        assertThat(audit()).isEmpty();
        DataSource fresh = FreshLedger.of(dataSource, "rebuilt", servers);
        assertThat(sums(fresh)).isEqualTo(sums(dataSource)).isNotEmpty();
    }

    @Test
    void aClosingMovesOutWhatWasPostedAfterItWasMade() throws SQLException {
        // Given: a cut, and after it usage, a sale and a rate of the month, before the log hears of the closing
        String group = "cut-before";
        List<PartitionCut> cut;
        List<String> then;
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group), rate(group, "0.05", MARCH, MARCH));
            client.send(usages(group, "before", 60));
            await().atMost(WAIT).until(() -> posted(group) >= 60);
            cut = cuts.take(group, APRIL);
            then = marchHours(group);
            client.send(usages(group, "between", 60));
            client.send(
                    sale(group, MARCH.plus(Duration.ofDays(3)), "between"),
                    rate(group, "0.04", MARCH.plus(Duration.ofDays(10)), APRIL));
            await().atMost(WAIT)
                    .until(() -> posted(group) >= 121 && !repriced(group).isEmpty());
            assertThat(marchHours(group)).isNotEqualTo(then);

            // When
            client.send(event(new Source(group, "cloud"), APRIL, "closing", new PeriodClosed("2026-03", cut)));
            await().atMost(WAIT)
                    .untilAsserted(() -> get(period(group, "2026-03")).then().body("state", equalTo("closed")));
        }

        // Then
        assertThat(marchHours(group)).isEqualTo(then);
        assertThat(rows(dataSource, """
                        select count(*), min(booked_at), max(booked_at), 0 from entry
                        where revision = 0 and occurred_at is not null and group_id = (
                            select id from consolidation_group where name = '""" + group + "')"))
                .hasSize(1)
                .allMatch(row -> row.matches("[4-6]\\d 2026-04-01 .*"));
        assertThat(audit()).isEmpty();
        assertThat(sums(FreshLedger.of(dataSource, "rebuilt_cut", servers))).isEqualTo(sums(dataSource));
    }

    @Test
    void whatCannotBeClosedIsRefusedWithItsReason() {
        // Given
        String group = "not-to-close";
        try (LedgerClient client = new LedgerClient(servers)) {
            client.send(declared(group));
            client.send(usages(group, "waits", 2));
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(get("/api/v1/suspense?group=" + group + "&state=waiting")
                                    .jsonPath()
                                    .getList("items"))
                            .hasSize(2));

            // When, then
            post(period(group, "2026-05") + "/close")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("events-waiting"))
                    .body("detail", containsString("2 that happened before 2026-06-01"));
            client.send(rate(group, "0.05", MARCH, MARCH));
            await().atMost(WAIT).until(() -> posted(group) >= 2);
        }
        post(period(group, "2026-05") + "/close").then().statusCode(202).body("state", equalTo("closing"));
        await().atMost(WAIT)
                .untilAsserted(() -> get(period(group, "2026-05")).then().body("state", equalTo("closed")));
        post(period(group, "2026-05") + "/close").then().statusCode(200).body("state", equalTo("closed"));
        post(period(group, "2026-04") + "/close").then().statusCode(409).body("code", equalTo("period-closed"));
        get(period(group, "2026-04")).then().body("state", equalTo("closed"));
        post(period(group, "2199-12") + "/close").then().statusCode(409).body("code", equalTo("period-not-over"));
        post(period(group, "2026-13") + "/close").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        post(period("nowhere", "2026-05") + "/close").then().statusCode(404).body("code", equalTo("unknown-group"));
    }

    private static String period(String group, String month) {
        return "/api/v1/groups/" + group + "/periods/" + month;
    }

    /** What is said of March, byte by byte. */
    private static List<String> march(String group) {
        String at = "/api/v1/groups/" + group;
        String span = "from=2026-03-01&to=2026-04-01";
        List<String> documents = new ArrayList<>();
        for (String path : List.of(
                "/accounts/cloud:assets:receivables:acme/statement?limit=500&" + span,
                "/accounts/store:assets:cash/statement?limit=500&" + span,
                "/units/cloud/income-statement?" + span,
                "/units/store/income-statement?" + span,
                "/trial-balance?asOf=2026-03-31T23:59:59.999999Z",
                "/subsidies?interval=week&" + span,
                "/export?format=csv&" + span)) {
            documents.add(get(at + path).then().statusCode(200).extract().asString());
        }
        return documents;
    }

    private List<String> audit() throws SQLException {
        Findings findings = new Findings(20);
        try (Connection connection = dataSource.getConnection();
                KafkaLog log = new KafkaLog(servers)) {
            connection.setAutoCommit(false);
            new Audit(connection, log, new RecordDecoder(), findings, Progress.SILENT).run(List.of());
            connection.rollback();
        }
        return findings.kept().stream().map(String::valueOf).toList();
    }

    /** What every account comes to in every hour, and what is booked when it did not happen. */
    private static List<String> sums(DataSource books) throws SQLException {
        return rows(books, """
                select g.name, a.name, b.hour, sum(b.debit) - sum(b.credit) from balance b
                join account a on a.id = b.account_id join consolidation_group g on g.id = a.group_id
                group by 1, 2, 3 having sum(b.debit) <> sum(b.credit)
                union all
                select s.name, e.event_id::text, e.booked_at, extract(epoch from e.occurred_at) from entry e
                join source s on s.id = e.source_id where e.revision = 0
                order by 1, 2, 3, 4""");
    }

    private List<String> marchHours(String group) throws SQLException {
        return sums(dataSource).stream()
                .filter(row -> row.startsWith(group + " ") && row.contains(" 2026-03-"))
                .toList();
    }

    private List<String> repriced(String group) throws SQLException {
        return rows(dataSource, """
                select e.position, 0, 0, 0 from entry e join consolidation_group g on g.id = e.group_id
                where e.rule = 10 and g.name = '""" + group + "'");
    }

    private static List<String> rows(DataSource books, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = books.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(found.getString(1)
                        + ' '
                        + found.getString(2)
                        + ' '
                        + found.getString(3)
                        + ' '
                        + found.getString(4));
            }
        }
        return rows;
    }

    private long posted(String group) throws SQLException {
        return Long.parseLong(rows(dataSource, """
                        select count(*), 0, 0, 0 from entry e join consolidation_group g on g.id = e.group_id
                        where e.revision = 0 and e.accounts <> '{}' and g.name = '""" + group + "'").getFirst().split(" ", 2)[0]);
    }

    private static CloudEvent declared(String group) {
        return event(
                new Source(group, "cloud"),
                MARCH,
                "group",
                new GroupDeclared(
                        group,
                        Asset.parse("USD/9"),
                        TransferPriceMethod.FULL_COST,
                        List.of(
                                new DeclaredUnit("cloud", "Cloud", List.of()),
                                new DeclaredUnit("store", "Store", List.of()))));
    }

    private static CloudEvent rate(String group, String list, Instant from, Instant published) {
        return event(
                new Source(group, "cloud"),
                published,
                "rate-" + list,
                new RatePublished(
                        "cloud",
                        "compute",
                        "hour",
                        new BigDecimal(list),
                        new BigDecimal("0.01"),
                        new BigDecimal("0.03"),
                        from));
    }

    private static CloudEvent sale(String group, Instant time, String name) {
        return event(
                new Source(group, "store"),
                time,
                name,
                new SaleRecorded(
                        "web",
                        null,
                        List.of(new SaleLine(
                                "mug", "kitchen", LineKind.GOODS, BigDecimal.TWO, BigDecimal.TEN, new BigDecimal("6"))),
                        null,
                        List.of()));
    }

    /** Usages over March and April, by a customer outside and by a unit. */
    private static List<CloudEvent> usages(String group, String name, int count) {
        List<CloudEvent> usages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean internal = i % 3 == 0;
            usages.add(event(
                    new Source(group, "cloud"),
                    MARCH.plus(Duration.ofHours(i * 37L % 1_300)),
                    name + "-" + i,
                    new UsageRecorded(
                            "cloud",
                            internal ? "store" : "acme",
                            internal ? ConsumerKind.UNIT : ConsumerKind.TENANT,
                            "compute",
                            BigDecimal.valueOf(i + 1L, 2),
                            "hour",
                            null,
                            Map.of())));
        }
        return usages;
    }

    private static CloudEvent event(Source source, Instant time, String name, Event data) {
        return new CloudEvent(EventIds.derived(time, source, name), source, name, time, data);
    }
}

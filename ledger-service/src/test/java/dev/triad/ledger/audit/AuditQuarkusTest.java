package dev.triad.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Topics;
import dev.triad.ledger.OwnBooks;
import dev.triad.ledger.Rows;
import dev.triad.ledger.account.EntryId;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Books with everything in them that books can have (repricings, returns, what suspense cleared, repeats, quarantined
 * records) are proved; then one thing at a time is changed behind the ledger's back, and must be named. It counts what it
 * posted, and so has to be the first with these books.
 */
@QuarkusTest
@TestProfile(OwnBooks.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class AuditQuarkusTest {
    private static final int KEPT_MAX = 1_000;

    private static boolean posted;
    private static @Nullable MemoryLog copy;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    DataSource dataSource;

    @Inject
    Rows rows;

    @Inject
    EventfulBooks books;

    @BeforeEach
    void postOnce() throws SQLException {
        if (!posted) {
            posted = true;
            books.post(servers);
            try (KafkaLog log = new KafkaLog(servers)) {
                copy = MemoryLog.copy(log, partitions());
            }
        }
    }

    @Test
    void soundBooksAreProvedBesideTheLivingLedger() throws SQLException {
        // When
        Findings findings;
        try (KafkaLog log = new KafkaLog(servers)) {
            findings = audit(log, List.of());
        }

        // Then
        assertThat(findings.kept()).isEmpty();
        assertThat(findings.count(Subject.RECORDS)).isGreaterThan(EventfulBooks.EVENTS);
        assertThat(findings.count(Subject.ENTRIES)).isGreaterThan(EventfulBooks.EVENTS);
        assertThat(List.of(Subject.values()))
                .filteredOn(subject -> subject != Subject.HEADS)
                .allSatisfy(subject -> assertThat(findings.count(subject)).isPositive());
        assertThat(rows.number("select count(*) from entry where rule = 10")).isPositive();
        assertThat(rows.number("select chain_height from suspense_chain")).isPositive();
    }

    @Test
    void anAccountingDateIsNamed() throws SQLException {
        String late = entry("occurred_at is not null and rate_event is null");
        assertThat(tampered("update entry set booked_at = occurred_at, occurred_at = null where " + is(late)))
                .satisfiesExactly(found -> names(found, Subject.ENTRIES, late));
    }

    @Test
    void theAccountingDateOfADifferenceIsNamed() throws SQLException {
        String late = entry("occurred_at is not null and rule = 10");
        assertThat(tampered("update entry set booked_at = booked_at + interval '1 day' where " + is(late)))
                .anySatisfy(found -> names(found, Subject.ENTRIES, late.substring(0, late.lastIndexOf('.'))));
    }

    @Test
    void aClosingIsNamed() throws SQLException {
        assertThat(tampered("update closing set closed_at = closed_at - interval '1 day'"))
                .satisfiesExactly(found -> names(found, Subject.REFERENCE, "the closing of 2026-01 by amazon"));
        assertThat(tampered("delete from closing"))
                .satisfiesExactly(found -> names(found, Subject.REFERENCE, "the closing of 2026-01 by amazon"));
    }

    @Test
    void anAmountIsNamed() throws SQLException {
        String entry = entry("rule = 1");
        assertThat(tampered(
                        "update entry set amounts[1] = amounts[1] + 1, amounts[2] = amounts[2] - 1 where " + is(entry)))
                .satisfiesExactly(
                        found -> names(found, Subject.ENTRIES, entry), found -> names(found, Subject.LINKS, "link"));
    }

    @Test
    void anAmountThatLeavesItsEntryOutOfBalanceIsNamed() throws SQLException {
        String entry = entry("rule = 6");
        assertThat(tampered("update entry set amounts[1] = amounts[1] + 1 where " + is(entry)))
                .satisfiesExactly(
                        found -> names(found, Subject.ENTRIES, entry), found -> names(found, Subject.LINKS, "link"));
    }

    @Test
    void anAmountOfARepricingIsNamed() throws SQLException {
        String entry = entry("rule = 10");
        assertThat(tampered(
                        "update entry set amounts[1] = amounts[1] + 1, amounts[2] = amounts[2] - 1 where " + is(entry)))
                .anySatisfy(found -> names(found, Subject.ENTRIES, entry))
                .anySatisfy(found -> names(found, Subject.LINKS, "link"))
                .hasSize(2);
    }

    @Test
    void anAmountOfAReturnIsNamed() throws SQLException {
        String entry = entry("rule = 2");
        assertThat(tampered(
                        "update entry set amounts[1] = amounts[1] + 1, amounts[2] = amounts[2] - 1 where " + is(entry)))
                .anySatisfy(found -> names(found, Subject.ENTRIES, entry))
                .anySatisfy(found -> names(found, Subject.LINKS, "link"));
    }

    @Test
    void aBalanceIsNamed() throws SQLException {
        assertThat(tampered("update balance set debit = debit + 1 where ctid = (select min(ctid) from balance)"))
                .anySatisfy(found -> names(found, Subject.BALANCES, "amazon "))
                .anySatisfy(found -> names(found, Subject.TRIAL_BALANCES, "the trial balance of amazon"));
    }

    @Test
    void aBalanceOfADayIsNamed() throws SQLException {
        assertThat(tampered("update balance_day set debit = debit + 1, credit = credit + 1"
                        + " where ctid = (select min(ctid) from balance_day)"))
                .anySatisfy(found -> assertThat(found.name()).contains(" in the day of "))
                .anySatisfy(found -> assertThat(found.name()).contains(" in the month of "));
    }

    @Test
    void aBalanceOfAMonthThatIsGoneIsNamed() throws SQLException {
        assertThat(tampered("delete from balance_month where ctid = (select min(ctid) from balance_month)"))
                .anySatisfy(found -> assertThat(found.name()).contains(" in the month of "));
    }

    @Test
    void anOffsetThatWentForwardIsNamed() throws SQLException {
        assertThat(tampered("update intake_offset set next_offset = next_offset + 1 where topic = 0 and partition = "
                        + busiest()))
                .anySatisfy(found -> names(found, Subject.OFFSETS, "sales-" + busiest()));
    }

    @Test
    void anOffsetThatWentBackIsNamed() throws SQLException {
        assertThat(tampered("update intake_offset set next_offset = next_offset - 1 where topic = 0 and partition = "
                        + busiest()))
                .anySatisfy(found -> names(found, Subject.OFFSETS, "sales-" + busiest()));
    }

    @Test
    void anEntryThatIsGoneIsNamed() throws SQLException {
        String entry = entry("rule = 6");
        assertThat(tampered("delete from entry where " + is(entry)))
                .anySatisfy(found -> names(found, Subject.RECORDS, entry))
                .anySatisfy(found -> names(found, Subject.LINKS, "link"))
                .noneSatisfy(found -> names(found, Subject.BALANCES, ""));
    }

    @Test
    void anEntryWithoutAnEventIsNamed() throws SQLException {
        String entry = entry("rule = 6");
        assertThat(tampered("""
                        insert into entry
                        select gen_random_uuid(), booked_at, position, digest, source_id, group_id, revision, rule,
                               usage_key, rate_from, rate_event, quantity, accounts, amounts, sale
                        from entry where\s""" + is(entry)))
                .anySatisfy(found -> names(found, Subject.ENTRIES, entry))
                .anySatisfy(found -> names(found, Subject.LINKS, "link"));
    }

    @Test
    void aDigestIsNamed() throws SQLException {
        String entry = entry("rule = 5 and revision = 0");
        assertThat(tampered("update entry set digest = gen_random_uuid() where " + is(entry)))
                .anySatisfy(found -> names(found, Subject.ENTRIES, entry))
                .anySatisfy(found -> names(found, Subject.LINKS, "link"));
    }

    @Test
    void aRateCitationIsNamed() throws SQLException {
        String entry = entry("revision = 0 and rate_event is not null and not exists "
                + "(select from entry r where r.position = entry.position and r.revision = 1)");
        assertThat(tampered("update entry set rate_event = (select r.event_id from rate r "
                        + "where r.event_id <> entry.rate_event order by r.event_id limit 1) where " + is(entry)))
                .anySatisfy(found -> names(found, Subject.ENTRIES, entry))
                .anySatisfy(found -> names(found, Subject.LINKS, "link"));
    }

    @Test
    void aLinkIsNamedAndTheOnesAfterItAreNot() throws SQLException {
        String lane = rows.text("select lane from chain_link group by lane order by max(height) desc, lane limit 1");
        assertThat(tampered("update chain_link set hash = sha256(hash) where height = 1 and lane = '" + lane + "'"))
                .satisfiesExactly(found -> names(found, Subject.LINKS, "link 1 of " + lane));
    }

    @Test
    void aHeadIsNamed() throws SQLException {
        assertThat(tampered("update intake_offset set chain_hash = sha256(chain_hash) where topic = 0 and partition = "
                        + busiest()))
                .satisfiesExactly(found -> names(found, Subject.OFFSETS, "sales-" + busiest()));
    }

    @Test
    void anAccountThatWasRenamedIsNamed() throws SQLException {
        assertThat(tampered("update account set name = 'store:assets:pocket' where name = 'store:assets:cash'"))
                .first()
                .satisfies(found -> names(found, Subject.ACCOUNTS, "account "));
    }

    @Test
    void aSuspenseItemThatIsGoneIsNamed() throws SQLException {
        assertThat(tampered("delete from suspense where reason = 'id-reused'"))
                .satisfiesExactly(found -> names(found, Subject.RECORDS, "sales-"));
        assertThat(tampered("delete from suspense where event_id is null"))
                .allSatisfy(found -> names(found, Subject.SUSPENSE, ""))
                .hasSize(2);
        assertThat(tampered("delete from suspense where state = 'waiting'"))
                .satisfiesExactly(found -> names(found, Subject.RECORDS, "sales-"));
    }

    @Test
    void aReturnedLineIsNamed() throws SQLException {
        assertThat(tampered("update returned_line set refunded = refunded + 1 "
                        + "where ctid = (select min(ctid) from returned_line)"))
                .satisfiesExactly(found -> names(found, Subject.RETURNS, "line "));
    }

    @Test
    void aRateAndAUnitAreNamed() throws SQLException {
        assertThat(tampered("update rate set list = list + 1 where ctid = (select min(ctid) from rate)"))
                .allSatisfy(found -> names(found, Subject.REFERENCE, "rate"))
                .hasSize(2);
        assertThat(tampered("update unit set storefront_for = '{}' where name = 'device'"))
                .satisfiesExactly(found -> names(found, Subject.REFERENCE, "group amazon"));
    }

    @Test
    void notedHeadsShowThatThePastWasRewritten() throws SQLException {
        // Given
        List<LaneHead> noted;
        try (Connection connection = dataSource.getConnection()) {
            noted = LaneHead.read(connection);
        }
        LaneHead last = noted.getLast();

        // When
        Findings kept = audit(log(), noted);
        Findings rewritten = audit(
                log(),
                List.of(
                        new LaneHead(last.lane(), last.height(), "00".repeat(32), 0),
                        new LaneHead("sales-0", 999, "", 0)));

        // Then
        assertThat(kept.kept()).isEmpty();
        assertThat(kept.count(Subject.HEADS)).isPositive();
        assertThat(rewritten.kept())
                .satisfiesExactly(
                        found -> names(found, Subject.HEADS, "link " + last.height() + " of suspense"),
                        found -> names(found, Subject.HEADS, "link 999 of sales-0"));
    }

    @Test
    void aRecordThatTheLogLostOrChangedIsNamed() throws SQLException {
        // Given
        String entry = entry("rule = 1");
        long offset = Long.parseLong(entry.substring(entry.lastIndexOf('-') + 1));
        int partition = Integer.parseInt(entry.split("-")[1]);

        // When
        List<Difference> lost = audit(log().without(record -> isAt(record, partition, offset)), List.of())
                .kept();
        List<Difference> changed = audit(
                        log().with(record -> isAt(record, partition, offset) ? cheaper(record) : record), List.of())
                .kept();

        // Then
        assertThat(lost).anySatisfy(found -> names(found, Subject.ENTRIES, entry));
        assertThat(changed).anySatisfy(found -> names(found, Subject.ENTRIES, entry));
    }

    private static boolean isAt(ConsumerRecord<byte[], byte[]> record, int partition, long offset) {
        return record.topic().equals(Topics.SALES) && record.partition() == partition && record.offset() == offset;
    }

    /** The same sale with another channel: of a change that moves no amount only the digest tells. */
    private static ConsumerRecord<byte[], byte[]> cheaper(ConsumerRecord<byte[], byte[]> record) {
        String value = new String(record.value(), StandardCharsets.UTF_8).replace("\"web\"", "\"fair\"");
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                value.getBytes(StandardCharsets.UTF_8),
                record.headers(),
                record.leaderEpoch());
    }

    /** What an audit names of books that a statement has changed; the change is taken back. */
    private List<Difference> tampered(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(sql)).as("rows changed").isPositive();
                return audit(connection, log(), List.of()).kept();
            } finally {
                connection.rollback();
            }
        }
    }

    private Findings audit(LogSource log, List<LaneHead> noted) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return audit(connection, log, noted);
            } finally {
                connection.rollback();
            }
        }
    }

    private static Findings audit(Connection connection, LogSource log, List<LaneHead> noted) throws SQLException {
        Findings findings = new Findings(KEPT_MAX);
        new Audit(connection, log, new RecordDecoder(), findings, Progress.SILENT).run(noted);
        return findings;
    }

    private static MemoryLog log() {
        if (copy == null) {
            throw new IllegalStateException("nothing was posted");
        }
        return copy;
    }

    private static void names(Difference found, Subject subject, String name) {
        assertThat(found.subject()).as(found.toString()).isEqualTo(subject);
        assertThat(found.name()).as(found.toString()).startsWith(name);
        assertThat(found.expected()).isNotEqualTo(found.found());
    }

    /** The name of an entry of which a condition holds. */
    private String entry(String condition) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select position, revision from entry where "
                        + condition + " and accounts <> '{}' order by position, revision limit 1");
                ResultSet rows = select.executeQuery()) {
            assertThat(rows.next()).as(condition).isTrue();
            return BookEntry.name(rows.getLong(1), rows.getInt(2));
        }
    }

    private static String is(String entry) {
        EntryId id = EntryId.parse(entry).orElseThrow();
        return "position = " + LogPlace.of(id.position()) + " and revision = " + id.revision();
    }

    private int busiest() throws SQLException {
        return (int)
                rows.number("select partition from intake_offset where topic = 0 order by next_offset desc limit 1");
    }

    private static List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : Topics.EVENTS) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
        }
        return partitions;
    }
}

package dev.triad.ledger.audit;

import com.carrotsearch.hppc.LongHashSet;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.GroupDeclared;
import dev.triad.events.PeriodClosed;
import dev.triad.events.RatePublished;
import dev.triad.events.Topics;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.period.Closings;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateBook;
import dev.triad.ledger.rate.RateKey;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Groups and rates as the log has them. Which of the declarations and publications are posted is a matter of the books
 * (of two that contradict each other the first to arrive wins); what they say is not.
 */
final class ReferenceOfLog {
    private final Map<String, Group> groups = new HashMap<>();
    private RateBook rates = RateBook.EMPTY;
    private final Map<UUID, List<Batch.PublishedRate>> published = new HashMap<>();
    private final ClosingsOfLog closings = new ClosingsOfLog();
    private final Set<String> rateNames = new HashSet<>();

    ReferenceOfLog(Connection connection, LogSource log, RecordDecoder decoder, Map<TopicPartition, Long> offsets)
            throws SQLException {
        LongHashSet posted = posted(connection);
        offsets.forEach((partition, next) -> {
            if (partition.topic().equals(Topics.REFERENCE)) {
                log.read(partition, next, record -> {
                    if (posted.contains(LogPlace.of(
                                    new RecordPosition(record.topic(), record.partition(), record.offset())))
                            && decoder.decode(record) instanceof Received.Decoded event) {
                        take(event);
                    }
                });
            }
        });
    }

    private static LongHashSet posted(Connection connection) throws SQLException {
        LongHashSet posted = new LongHashSet();
        long first = LogPlace.of(new RecordPosition(Topics.REFERENCE, 0, 0));
        try (PreparedStatement select =
                connection.prepareStatement("select position from entry where position >= ? and revision = 0")) {
            select.setLong(1, first);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(1) >>> 56 == LogTopics.number(Topics.REFERENCE)) {
                        posted.add(rows.getLong(1));
                    }
                }
            }
        }
        return posted;
    }

    private void take(Received.Decoded event) {
        String name = event.event().source().group();
        switch (event.event().data()) {
            case GroupDeclared declaration ->
                groups.merge(name, Group.declared(name, declaration), (before, more) -> before.merged(more));
            case RatePublished prices -> {
                RateKey key = new RateKey(name, prices.provider(), prices.resource());
                Rate rate = new Rate(
                        prices,
                        event.event().time(),
                        event.event().id(),
                        LogPlace.of(event.raw().position()));
                rates = rates.with(key, rate);
                published
                        .computeIfAbsent(rate.eventId(), _ -> new ArrayList<>())
                        .add(new Batch.PublishedRate(key, rate));
                rateNames.add(name(key, rate));
            }
            case PeriodClosed closed -> closings.take(event, closed);
            default -> {}
        }
    }

    Map<String, Group> groups() {
        return groups;
    }

    RateBook rates() {
        return rates;
    }

    /** By the names of groups. */
    Map<String, Closings> closings() {
        return closings.byGroup();
    }

    /** The rate that an event published for a resource, or null when the log has no such publication. */
    Batch.@Nullable PublishedRate published(UUID event, RateKey key) {
        for (Batch.PublishedRate rate : published.getOrDefault(event, List.of())) {
            if (rate.key().equals(key)) {
                return rate;
            }
        }
        return null;
    }

    /** Holds the books' groups, units, rates and closings to those of the log. */
    void compare(Connection connection, Findings findings) throws SQLException {
        Map<String, String> expected = new TreeMap<>();
        groups.forEach((name, group) -> expected.put("group " + name, words(group)));
        Map<String, String> found = booked(connection);
        for (Map.Entry<String, String> group : found.entrySet()) {
            findings.same(
                    Subject.REFERENCE,
                    group.getKey(),
                    expected.getOrDefault(group.getKey(), "no such group"),
                    group.getValue());
            expected.remove(group.getKey());
        }
        expected.forEach((group, words) -> findings.same(Subject.REFERENCE, group, words, "no such group"));
        compareRates(connection, findings);
        closings.compare(connection, findings);
    }

    private void compareRates(Connection connection, Findings findings) throws SQLException {
        Set<String> left = new TreeSet<>(rateNames);
        try (PreparedStatement select = connection.prepareStatement("""
                        select g.name, r.provider, r.resource, r.list, r.marginal_cost, r.full_cost, r.effective_from,
                               r.published_at, r.event_id, r.unit_of_measure, r.position
                        from rate r join consolidation_group g on g.id = r.group_id""");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                RatePublished prices = new RatePublished(
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(10),
                        rows.getBigDecimal(4),
                        rows.getBigDecimal(5),
                        rows.getBigDecimal(6),
                        rows.getTimestamp(7).toInstant());
                String name = name(
                        new RateKey(rows.getString(1), prices.provider(), prices.resource()),
                        new Rate(
                                prices,
                                rows.getTimestamp(8).toInstant(),
                                rows.getObject(9, UUID.class),
                                rows.getLong(11)));
                findings.compared(Subject.REFERENCE);
                if (!left.remove(name)) {
                    findings.differ(Subject.REFERENCE, "rate", "none such in the log", name);
                }
            }
        }
        left.forEach(name -> findings.differ(Subject.REFERENCE, "rate", name, "none such in the books"));
    }

    private static String name(RateKey key, Rate rate) {
        return "%s/%s/%s from %s: %s, %s, %s (%s at %s)"
                .formatted(
                        key.group(),
                        key.provider(),
                        key.resource(),
                        toMicros(rate.effectiveFrom()),
                        plain(rate.prices().list()),
                        plain(rate.prices().marginalCost()),
                        plain(rate.prices().fullCost()),
                        rate.eventId(),
                        LogPlace.position(rate.place()));
    }

    /** As the database's driver rounds it. */
    private static Instant toMicros(Instant time) {
        return time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String words(Group group) {
        Map<String, List<String>> units = new TreeMap<>();
        for (DeclaredUnit unit : group.units().values()) {
            units.put(unit.unit(), unit.storefrontFor());
        }
        return group.asset() + ", " + group.transferPrice().name() + ", units " + units;
    }

    private static Map<String, String> booked(Connection connection) throws SQLException {
        Map<String, Map<String, List<String>>> units = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select g.name, u.name, u.storefront_for
                        from unit u join consolidation_group g on g.id = u.group_id""");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                units.computeIfAbsent(rows.getString(1), _ -> new TreeMap<>())
                        .put(rows.getString(2), Arrays.asList((String[])
                                rows.getArray(3).getArray()));
            }
        }
        Map<String, String> words = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select name, asset_code, asset_scale, transfer_price from consolidation_group");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                words.put(
                        "group " + rows.getString(1),
                        rows.getString(2) + "/" + rows.getInt(3) + ", " + rows.getString(4) + ", units "
                                + units.getOrDefault(rows.getString(1), Map.of()));
            }
        }
        return words;
    }
}

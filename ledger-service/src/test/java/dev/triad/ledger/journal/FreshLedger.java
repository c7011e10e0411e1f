package dev.triad.ledger.journal;

import dev.triad.events.Topics;
import dev.triad.ledger.audit.KafkaLog;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.posting.Received;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A ledger's books made anew from the log, in a database of their own beside the one that is there. */
public final class FreshLedger {
    private static final int BATCH = 500;

    private FreshLedger() {}

    /** Makes a database of that name and posts the whole log to it, groups, rates and closings first. */
    public static DataSource of(DataSource beside, String name, String servers) throws SQLException {
        DataSource fresh = database(beside, name);
        Flyway.configure().dataSource(fresh).load().migrate();
        Journal journal = new Journal(
                new PostgresBooks(fresh, new ReferenceStore(), new BatchWriter(new Dictionary(fresh))),
                new Repeats(),
                _ -> {});
        try (KafkaLog log = new KafkaLog(servers)) {
            for (String topic : Topics.EVENTS) {
                for (int i = 0; i < Topics.PARTITIONS; i++) {
                    post(journal, log, new TopicPartition(topic, i));
                }
            }
        }
        return fresh;
    }

    private static void post(Journal journal, KafkaLog log, TopicPartition partition) throws SQLException {
        List<Received> records = new ArrayList<>();
        RecordDecoder decoder = new RecordDecoder();
        log.read(partition, log.end(partition), record -> records.add(decoder.decode(record)));
        for (int from = 0; from < records.size(); from += BATCH) {
            journal.post(records.subList(from, Math.min(records.size(), from + BATCH)), Map.of());
        }
    }

    private static DataSource database(DataSource beside, String name) throws SQLException {
        PGSimpleDataSource fresh = new PGSimpleDataSource();
        try (Connection connection = beside.getConnection();
                Statement create = connection.createStatement()) {
            create.execute("create database " + name);
            fresh.setUrl(connection.getMetaData().getURL().replace("/postgres", "/" + name));
            fresh.setUser(connection.getMetaData().getUserName());
        }
        return fresh;
    }
}

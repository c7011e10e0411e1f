package dev.triad.cli.stack;

import dev.triad.events.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Something of one's own in the broker and in the database, to be found again after a restart. */
final class KeptData {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.SALES, 0);

    /** Every way in which a client may write: the broker needs a library for each. */
    static final List<String> COMPRESSIONS = List.of("none", "gzip", "snappy", "lz4", "zstd");

    private final String servers;
    private final String database;

    KeptData(int kafkaPort, int postgresPort) {
        servers = "127.0.0.1:" + kafkaPort;
        database = "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres?user=postgres";
    }

    void write(String value) throws SQLException {
        for (String compression : COMPRESSIONS) {
            send(value, compression);
        }
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (value text)");
            statement.execute("insert into kept values ('" + value + "')");
        }
    }

    private void send(String value, String compression) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "acks", "all", "compression.type", compression);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "key", value));
            producer.flush();
        }
    }

    List<String> readRecords() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            List<String> values = new ArrayList<>();
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(LONGEST).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    List<String> readRows() throws SQLException {
        return query("select value from kept");
    }

    List<String> durabilitySettings() throws SQLException {
        return query("select setting from pg_settings"
                + " where name in ('fsync', 'synchronous_commit', 'full_page_writes')");
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}

package dev.triad.ledger.intake;

import dev.triad.events.BrokerAccess;
import dev.triad.events.Topics;
import dev.triad.ledger.chain.Lane;
import dev.triad.ledger.posting.LogTopics;
import dev.triad.ledger.timer.Timer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How far the books are behind the log: its end less the offset in the database. */
@ApplicationScoped
public class LogLag {
    private static final int TIMEOUT_SECONDS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final double UNKNOWN = -1;

    private final BrokerAccess broker;
    private final Jdbi jdbi;
    private final LagWatch watch;
    private final MultiGauge lags;
    private final MultiGauge positions;
    private @Nullable Admin admin;
    private @Nullable Timer timer;

    LogLag(BrokerAccess broker, Jdbi jdbi, LagWatch watch, MeterRegistry registry) {
        this.broker = broker;
        this.jdbi = jdbi;
        this.watch = watch;
        Gauge.builder("triad.ledger.lag", watch, LogLag::lagOf)
                .description("records in the log that are not on the books; -1 when unknown")
                .register(registry);
        this.lags = gauges("triad.ledger.partition.lag", "of one partition, the same; -1 when unknown", registry);
        this.positions = gauges(
                "triad.ledger.partition.position",
                "the offset of the record of a partition that is posted next",
                registry);
    }

    private static MultiGauge gauges(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private static double lagOf(LagWatch watch) {
        Long lag = watch.lag();
        return lag == null || !watch.isKnown() ? UNKNOWN : lag;
    }

    void onStart(@Observes StartupEvent event) {
        timer = Timer.start("log-lag", PAUSE, this::measure);
    }

    void measure() throws InterruptedException {
        try {
            List<PartitionPosition> places = positions();
            watch.looked(IntakeView.of(places, Instant.now()).lag());
            lags.register(rows(places, place -> place.lag() == null ? UNKNOWN : place.lag()), true);
            positions.register(rows(places, PartitionPosition::next), true);
        } catch (RuntimeException e) {
            watch.looked(null);
            throw e;
        }
    }

    /** By the names that the hash chain's lanes have, too. */
    private static List<Row<?>> rows(List<PartitionPosition> places, ToDoubleFunction<PartitionPosition> value) {
        return places.stream()
                .<Row<?>>map(place ->
                        Row.of(Tags.of("lane", Lane.of(place.topic(), place.partition())), value.applyAsDouble(place)))
                .toList();
    }

    /** The records still to post, by partition. */
    public Map<String, Long> byPartition() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> partitions = partitions();
        Map<TopicPartition, Long> posted = posted();
        Map<String, Long> lag = new TreeMap<>();
        ends(partitions)
                .forEach((partition, end) ->
                        lag.put(partition.toString(), Math.max(0, end - posted.getOrDefault(partition, 0L))));
        return lag;
    }

    /** Where the books stand in every partition, by topic; without its end when the broker does not answer. */
    List<PartitionPosition> positions() throws InterruptedException {
        Map<TopicPartition, Long> posted = posted();
        Map<TopicPartition, Long> ends = endsIfKnown();
        return Stream.concat(posted.keySet().stream(), ends.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                .map(place -> PartitionPosition.of(
                        place.topic(), place.partition(), posted.getOrDefault(place, 0L), ends.get(place)))
                .toList();
    }

    private Map<TopicPartition, Long> endsIfKnown() throws InterruptedException {
        try {
            return ends(partitions());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Log.debugf(e, "the log's end is unknown");
            return Map.of();
        }
    }

    private Map<TopicPartition, OffsetSpec> partitions()
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        admin().describeTopics(List.copyOf(Topics.EVENTS))
                .allTopicNames()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(p -> partitions.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
        return partitions;
    }

    private Map<TopicPartition, Long> ends(Map<TopicPartition, OffsetSpec> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin().listOffsets(partitions)
                .all()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, Long> posted() {
        Map<TopicPartition, Long> posted = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select topic, partition, next_offset from intake_offset")
                .map((rows, _) ->
                        Map.entry(new TopicPartition(LogTopics.name(rows.getInt(1)), rows.getInt(2)), rows.getLong(3)))
                .forEach(offset -> posted.put(offset.getKey(), offset.getValue())));
        return posted;
    }

    @PreDestroy
    void close() {
        if (timer != null) {
            timer.close();
        }
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(broker.with(Map.of(
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    TIMEOUT_SECONDS * 1_000,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    TIMEOUT_SECONDS * 1_000)));
        }
        return admin;
    }
}

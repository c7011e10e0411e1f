package dev.triad.device.cohort;

import dev.triad.events.CloudEvent;
import dev.triad.events.Cohort;
import dev.triad.events.InvalidEventException;
import dev.triad.events.KafkaBinding;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.signature.EventReader;
import dev.triad.simulation.startup.LogListener;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The devices sold by command, by product and week; those that are simulated are in the simulation's
 * state. Rebuilt at the start from the latest records of {@value dev.triad.events.Topics#SALES}.
 */
@Singleton
public class SoldByCommand implements LogListener {
    /** How many sales are told apart, so that none counts twice. */
    static final int SALES_MAX = 200_000;

    private record Key(Source source, String product, String cohort) {}

    private final EventReader reader;
    private final Set<Source> units;
    private final Set<UUID> counted = new HashSet<>();
    private final Map<Key, Long> sold = new TreeMap<>(java.util.Comparator.comparing(Key::toString));

    SoldByCommand(EventReader reader, DeviceScenarios devices) {
        this.reader = reader;
        units = devices.all().stream().map(DeviceScenarios.DeviceUnit::source).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SALES);
    }

    @Override
    public void replay(ConsumerRecord<byte[], byte[]> record) {
        if (record.headers().lastHeader(KafkaBinding.IDEMPOTENCY_KEY) == null) {
            return;
        }
        try {
            recorded(reader.read(record));
        } catch (InvalidEventException e) {
            // What this unit writes can be read; the ledger sets the rest aside with its reason.
            return;
        }
    }

    /** Counts a sale that Kafka has. */
    public synchronized void recorded(CloudEvent event) {
        if (!units.contains(event.source()) || !(event.data() instanceof SaleRecorded sale)) {
            return;
        }
        if (counted.size() >= SALES_MAX || !counted.add(event.id())) {
            return;
        }
        for (SaleLine line : sale.lines()) {
            if (line.kind() == LineKind.DEVICE) {
                Key key = new Key(event.source(), line.sku(), Cohort.weekOf(event.time()));
                sold.merge(key, line.quantity().longValue(), Long::sum);
            }
        }
    }

    /** The devices of a unit. */
    public synchronized List<CohortCount> of(Source unit) {
        return sold.entrySet().stream()
                .filter(entry -> entry.getKey().source().equals(unit))
                .map(entry ->
                        new CohortCount(entry.getKey().product(), entry.getKey().cohort(), entry.getValue()))
                .toList();
    }
}

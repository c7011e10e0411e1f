package dev.triad.simulation.command;

import dev.triad.events.CloudEvent;
import dev.triad.events.InvalidEventException;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Source;
import dev.triad.signature.EventReader;
import dev.triad.simulation.runner.HostedUnit;
import dev.triad.simulation.runner.HostedUnits;
import dev.triad.simulation.startup.LogListener;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Remembers the keys of earlier runs, from the events that carry them. */
@Singleton
class KeyReplay implements LogListener {
    private final EventReader reader;
    private final HostedUnits units;
    private final Set<Source> sources;
    private final IdempotencyKeys keys;

    KeyReplay(EventReader reader, HostedUnits units, IdempotencyKeys keys) {
        this.units = units;
        this.sources = units.units().stream().map(HostedUnit::source).collect(Collectors.toUnmodifiableSet());
        this.keys = keys;
        this.reader = reader;
    }

    @Override
    public Set<String> topics() {
        return units.commandTopics();
    }

    @Override
    public void replay(ConsumerRecord<byte[], byte[]> record) {
        if (record.headers().lastHeader(KafkaBinding.IDEMPOTENCY_KEY) == null) {
            return;
        }
        try {
            String digest = KafkaBinding.optional(record.headers(), KafkaBinding.REQUEST_DIGEST);
            CloudEvent event = reader.read(record);
            String key = event.idempotencyKey();
            if (digest != null && key != null && sources.contains(event.source())) {
                keys.restore(event.source(), key, Attempt.acknowledged(digest, event));
            }
        } catch (InvalidEventException e) {
            // Not one of ours: what a unit writes can be read. The ledger sets it aside with its reason.
            return;
        }
    }
}

package dev.triad.ledger;

import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records to the real broker, as any unit does, and waits for its word. */
public final class LedgerClient implements AutoCloseable {
    private final KafkaBinding binding = new KafkaBinding(new EventCodec());
    private final KafkaProducer<byte[], byte[]> producer;

    public LedgerClient(String servers) {
        this(BrokerAccess.open(servers));
    }

    public LedgerClient(BrokerAccess broker) {
        producer = new KafkaProducer<>(
                broker.with(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.LINGER_MS_CONFIG, 5)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void send(List<CloudEvent> events) {
        sendRecords(events.stream().map(binding::toRecord).toList());
    }

    public void send(CloudEvent... events) {
        send(List.of(events));
    }

    /** Where each of them stands. */
    public List<RecordMetadata> sendRecords(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        return sent.stream().map(LedgerClient::accepted).toList();
    }

    private static RecordMetadata accepted(Future<RecordMetadata> record) {
        try {
            return record.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record was not accepted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

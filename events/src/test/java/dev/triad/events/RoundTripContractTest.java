package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is written is what is read, by every way in which an event travels. */
@Domain(EventDomain.class)
class RoundTripContractTest {
    private final EventCodec codec = new EventCodec();
    private final KafkaBinding binding = new KafkaBinding(codec);
    private final StructuredEvents structured = new StructuredEvents(codec);

    @Property
    void anEncodedEventValidatesAndDecodesToItself(@ForAll Event event) throws IOException {
        // When
        byte[] json = codec.encode(event);

        // Then
        assertThat(ContractSchemas.faults(event.type(), ContractSchemas.MAPPER.readTree(json)))
                .isEmpty();
        assertThat(codec.decode(event.type(), json)).isEqualTo(event);
    }

    @Property
    void equalEventsAreEqualBytes(@ForAll Event event) {
        // When
        Event again = codec.decode(event.type(), codec.encode(event));

        // Then
        assertThat(codec.encode(again)).isEqualTo(codec.encode(event));
    }

    @Property
    void anEventPassesThroughKafkaUnchanged(@ForAll CloudEvent event) {
        // When
        ProducerRecord<byte[], byte[]> sent = binding.toRecord(event);

        // Then
        assertThat(sent.topic()).isEqualTo(event.type().topic());
        assertThat(sent.key()).isEqualTo(Utf8.bytes(event.key()));
        assertThat(binding.fromRecord(Records.received(sent))).isEqualTo(event);
    }

    @Property
    void anEventPassesThroughALineOfJsonUnchanged(@ForAll CloudEvent event) {
        // When
        String line = structured.format(event);

        // Then
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(structured.parse(line)).isEqualTo(event);
    }
}

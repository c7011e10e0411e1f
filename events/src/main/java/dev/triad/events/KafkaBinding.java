package dev.triad.events;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents over Kafka in binary mode: the attributes are headers {@code ce_*}, the data is the value.
 * See the Kafka Protocol Binding for CloudEvents 1.0, section 3.2.
 */
public final class KafkaBinding {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String ID = "ce_id";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    /** An extension: the {@code Idempotency-Key} of the command that caused the event. */
    public static final String IDEMPOTENCY_KEY = "ce_idempotencykey";

    public static final String CONTENT_TYPE = "content-type";

    private static final int HEADER_BYTES_MAX = 1_024;
    private static final byte[] SPEC_1_0 = "1.0".getBytes(StandardCharsets.UTF_8);
    private static final byte[] JSON = "application/json".getBytes(StandardCharsets.UTF_8);

    private final EventCodec codec;

    public KafkaBinding(EventCodec codec) {
        this.codec = codec;
    }

    /** The headers of an event, as they stand on its record. */
    public static Headers headers(CloudEvent event) {
        Headers headers = new RecordHeaders()
                .add(SPEC_VERSION, SPEC_1_0)
                .add(TYPE, event.type().header())
                .add(SOURCE, utf8(event.source().toString()))
                .add(ID, utf8(event.id().toString()))
                .add(TIME, utf8(event.time().toString()))
                .add(SUBJECT, utf8(event.subject()))
                .add(CONTENT_TYPE, JSON);
        if (event.idempotencyKey() != null) {
            headers.add(IDEMPOTENCY_KEY, utf8(event.idempotencyKey()));
        }
        return headers;
    }

    /** The record of an event: topic, key, headers and value. */
    public ProducerRecord<byte[], byte[]> toRecord(CloudEvent event) {
        return new ProducerRecord<>(
                event.type().topic(), null, null, utf8(event.key()), codec.encode(event.data()), headers(event));
    }

    /**
     * Reads an event.
     *
     * @throws InvalidEventException when the record breaks the contract
     */
    public CloudEvent fromRecord(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        if (!"1.0".equals(required(headers, SPEC_VERSION))) {
            throw new InvalidEventException(Defect.HEADER, "ce_specversion must be 1.0");
        }
        String typeName = required(headers, TYPE);
        EventType type = EventType.byName(typeName)
                .orElseThrow(() -> new InvalidEventException(Defect.TYPE, "ce_type is none that Triad knows"));
        if (!type.topic().equals(record.topic())) {
            throw new InvalidEventException(
                    Defect.TOPIC, typeName + " belongs on " + type.topic() + ", not on " + record.topic());
        }
        Source source = Source.parse(required(headers, SOURCE));
        UUID id = parseId(required(headers, ID));
        String subject = required(headers, SUBJECT);
        var time = EventTimes.parse(required(headers, TIME));
        if (record.value() == null) {
            throw new InvalidEventException(Defect.JSON, "the record has no value");
        }
        return new CloudEvent(
                id, source, subject, time, optional(headers, IDEMPOTENCY_KEY), codec.decode(type, record.value()));
    }

    /** A header's text, or null when there is none. */
    public static @Nullable String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        if (header.value().length > HEADER_BYTES_MAX) {
            throw new InvalidEventException(Defect.HEADER, name + " is longer than " + HEADER_BYTES_MAX + " bytes");
        }
        return decodeUtf8(name, header.value());
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null) {
            throw new InvalidEventException(Defect.HEADER, "the header " + name + " is missing");
        }
        return value;
    }

    private static UUID parseId(String text) {
        try {
            UUID id = UUID.fromString(text);
            // fromString reads shortened forms too; only the full form is one id in every language.
            if (text.length() == 36) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException(Defect.ID, "ce_id must be a UUID");
        }
        throw new InvalidEventException(Defect.ID, "ce_id must be a UUID in its full form");
    }

    private static String decodeUtf8(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidEventException(Defect.HEADER, name + " is not UTF-8");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

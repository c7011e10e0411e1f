package dev.triad.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
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
    /** An extension attribute: the {@code Idempotency-Key} of the command that caused the event. */
    public static final String IDEMPOTENCY_KEY = "ce_idempotencykey";

    /**
     * An extension attribute beside it: SHA-256 of the command's request, in hexadecimal, by which the same key with
     * another request is told apart, also after a restart. The unit that took the command writes and reads it.
     */
    public static final String REQUEST_DIGEST = "ce_requestdigest";

    /** An extension attribute: the producer that signed the event, see {@code dev.triad.signature}. */
    public static final String PRODUCER = "ce_producer";

    /** An extension attribute beside it: HMAC-SHA256 of the event by that producer's key, in Base64 for URLs. */
    public static final String SIGNATURE = "ce_signature";

    public static final String CONTENT_TYPE = "content-type";

    /** The largest header that is read, in bytes: the longest text, of four bytes a character. */
    public static final int HEADER_BYTES_MAX = 4 * Names.TEXT_MAX;

    private static final byte[] SPEC_1_0 = Utf8.bytes("1.0");
    private static final Header SPEC_HEADER = new RecordHeader(SPEC_VERSION, SPEC_1_0);
    private static final Header CONTENT_TYPE_HEADER = new RecordHeader(CONTENT_TYPE, Utf8.bytes("application/json"));
    private static final Map<EventType, Header> TYPE_HEADERS = typeHeaders();

    private final EventCodec codec;

    /** Events come in runs of one source: the last one read, to be read once. */
    private volatile KnownSource lastSource = new KnownSource(new byte[0], new Source("none", "none"));

    public KafkaBinding(EventCodec codec) {
        this.codec = codec;
    }

    /** The headers of an event, as they stand on its record. */
    public static Headers headers(CloudEvent event) {
        Headers headers = new RecordHeaders()
                .add(SPEC_HEADER)
                .add(TYPE_HEADERS.get(event.type()))
                .add(SOURCE, Utf8.bytes(event.source().toString()))
                .add(ID, Utf8.bytes(event.id().toString()))
                .add(TIME, Utf8.bytes(event.time().toString()))
                .add(SUBJECT, Utf8.bytes(event.subject()))
                .add(CONTENT_TYPE_HEADER);
        if (event.idempotencyKey() != null) {
            headers.add(IDEMPOTENCY_KEY, Utf8.bytes(event.idempotencyKey()));
        }
        return headers;
    }

    /** The record of an event: topic, key, headers and value. */
    public ProducerRecord<byte[], byte[]> toRecord(CloudEvent event) {
        return new ProducerRecord<>(
                event.type().topic(), null, null, Utf8.bytes(event.key()), codec.encode(event.data()), headers(event));
    }

    /**
     * Reads an event.
     *
     * @throws InvalidEventException when the record breaks the contract
     */
    public CloudEvent fromRecord(ConsumerRecord<byte[], byte[]> record) {
        Attributes attributes = new Attributes();
        for (Header header : record.headers()) {
            attributes.set(header.key(), header.value());
        }
        if (!Arrays.equals(required(SPEC_VERSION, attributes.specVersion), SPEC_1_0)) {
            throw new InvalidEventException(Defect.HEADER, "ce_specversion must be 1.0");
        }
        EventType type = type(required(TYPE, attributes.type));
        if (!type.topic().equals(record.topic())) {
            throw new InvalidEventException(
                    Defect.TOPIC, type.typeName() + " belongs on " + type.topic() + ", not on " + record.topic());
        }
        Source source = source(required(SOURCE, attributes.source));
        UUID id = EventIds.parse(Defect.ID, ID, text(ID, required(ID, attributes.id)));
        String subject = text(SUBJECT, required(SUBJECT, attributes.subject));
        Instant time = EventTimes.parse(Defect.TIME, TIME, text(TIME, required(TIME, attributes.time)));
        if (record.value() == null) {
            throw new InvalidEventException(Defect.JSON, "the record has no value");
        }
        return new CloudEvent(
                id,
                source,
                subject,
                time,
                attributes.idempotencyKey == null
                        ? null
                        : text(IDEMPOTENCY_KEY, bounded(IDEMPOTENCY_KEY, attributes.idempotencyKey)),
                codec.decode(type, record.value()));
    }

    /**
     * The headers of an event, found in one pass: each look-up by name goes through all of them, and makes a string
     * of every name that it passes. Of a header that stands twice, the last counts.
     */
    private static final class Attributes {
        private byte @Nullable [] specVersion;
        private byte @Nullable [] type;
        private byte @Nullable [] source;
        private byte @Nullable [] id;
        private byte @Nullable [] time;
        private byte @Nullable [] subject;
        private byte @Nullable [] idempotencyKey;

        void set(String name, byte @Nullable [] value) {
            switch (name) {
                case SPEC_VERSION -> specVersion = value;
                case TYPE -> type = value;
                case SOURCE -> source = value;
                case ID -> id = value;
                case TIME -> time = value;
                case SUBJECT -> subject = value;
                case IDEMPOTENCY_KEY -> idempotencyKey = value;
                default -> {}
            }
        }
    }

    /** A header's text, or null when there is none. Of a header that stands twice, the last counts. */
    public static @Nullable String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null ? null : text(name, bounded(name, value));
    }

    private static byte[] required(String name, byte @Nullable [] value) {
        if (value == null) {
            throw new InvalidEventException(Defect.HEADER, "the header " + name + " is missing");
        }
        return bounded(name, value);
    }

    private static byte[] bounded(String name, byte[] value) {
        if (value.length > HEADER_BYTES_MAX) {
            throw new InvalidEventException(Defect.HEADER, name + " is longer than " + HEADER_BYTES_MAX + " bytes");
        }
        return value;
    }

    private static String text(String name, byte[] value) {
        String text = Utf8.text(value);
        if (text == null) {
            throw new InvalidEventException(Defect.HEADER, name + " is not UTF-8");
        }
        return text;
    }

    private static EventType type(byte[] name) {
        for (EventType type : EventType.VALUES) {
            if (type.isNamedBy(name)) {
                return type;
            }
        }
        throw new InvalidEventException(Defect.TYPE, "ce_type is none that Triad knows");
    }

    private Source source(byte[] name) {
        KnownSource last = lastSource;
        if (Arrays.equals(last.name(), name)) {
            return last.source();
        }
        Source source = Source.parse(text(SOURCE, name));
        lastSource = new KnownSource(name, source);
        return source;
    }

    private static Map<EventType, Header> typeHeaders() {
        Map<EventType, Header> headers = new EnumMap<>(EventType.class);
        for (EventType type : EventType.VALUES) {
            headers.put(type, new RecordHeader(TYPE, type.header()));
        }
        return headers;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared: it is a memory of one header's bytes.
    private record KnownSource(byte[] name, Source source) {}
}

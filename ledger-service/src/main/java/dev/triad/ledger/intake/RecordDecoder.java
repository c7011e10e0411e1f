package dev.triad.ledger.intake;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.InvalidEventException;
import dev.triad.events.KafkaBinding;
import dev.triad.ledger.posting.BookTimes;
import dev.triad.ledger.posting.Digest;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RawRecord.RawHeader;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A record from the log to an event, or to the reason why it is none. */
public final class RecordDecoder {
    /** The connector marks every record with its own header, which the producer never sent. */
    private static final String INTERNAL_HEADER_PREFIX = "__smallrye";

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());

    public Received decode(ConsumerRecord<byte[], byte[]> record) {
        return decode(raw(record), record);
    }

    /** Whether a header was added on the way here and says nothing to people. */
    public static boolean isInternal(Header header) {
        return header.key().startsWith(INTERNAL_HEADER_PREFIX);
    }

    /** Decodes a record that was kept. */
    public Received decode(RawRecord raw) {
        RecordHeaders headers = new RecordHeaders();
        raw.headers().get().forEach(header -> headers.add(header.name(), header.value()));
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                raw.position().topic(),
                raw.position().partition(),
                raw.position().offset(),
                raw.time().toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                raw.key(),
                raw.value(),
                headers,
                Optional.empty());
        return decode(raw, record);
    }

    private Received decode(RawRecord raw, ConsumerRecord<byte[], byte[]> record) {
        try {
            CloudEvent event = binding.fromRecord(record);
            return new Received.Decoded(raw, BookTimes.cut(event), Digest.of(event, record.value()));
        } catch (InvalidEventException e) {
            return new Received.Undecodable(raw, e.defect().code(), String.valueOf(e.getMessage()));
        }
    }

    /** A record as it stands in the log, without what was added on the way here. */
    public static RawRecord raw(ConsumerRecord<byte[], byte[]> record) {
        return new RawRecord(
                new RecordPosition(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                () -> headers(record),
                record.value());
    }

    private static List<RawHeader> headers(ConsumerRecord<byte[], byte[]> record) {
        List<RawHeader> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            if (!isInternal(header)) {
                headers.add(new RawHeader(header.key(), header.value()));
            }
        }
        return headers;
    }
}

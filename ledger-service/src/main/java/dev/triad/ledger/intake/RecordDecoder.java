package dev.triad.ledger.intake;

import dev.triad.events.CloudEvent;
import dev.triad.events.InvalidEventException;
import dev.triad.ledger.posting.BookTimes;
import dev.triad.ledger.posting.Digest;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RawRecord.RawHeader;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.signature.EventReader;
import dev.triad.signature.Producers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A record from the log to an event, or to the reason why it is none: also that its source is not allowed to who wrote it.
 * Whoever reads the log again judges by the same producers.
 */
@Singleton
public final class RecordDecoder {
    /** The connector marks every record with its own header, which the producer never sent. */
    private static final String INTERNAL_HEADER_PREFIX = "__smallrye";

    private final EventReader reader;

    /** One that believes what a source says. */
    public RecordDecoder() {
        this(new EventReader(Producers.NONE));
    }

    @Inject
    public RecordDecoder(EventReader reader) {
        this.reader = reader;
    }

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
            CloudEvent event = reader.read(record);
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

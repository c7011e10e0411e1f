package dev.triad.ledger.trace;

import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.Suspended;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/** What spans say of records, by the names of OpenTelemetry's messaging and CloudEvents conventions. */
final class RecordAttributes {
    static final AttributeKey<String> ENTRY = AttributeKey.stringKey("triad.entry.id");
    static final AttributeKey<String> SUSPENDED = AttributeKey.stringKey("triad.suspense.reason");
    static final AttributeKey<String> EVENT = AttributeKey.stringKey("cloudevents.event_id");
    static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> BATCH = AttributeKey.longKey("messaging.batch.message_count");
    private static final AttributeKey<String> EVENT_SOURCE = AttributeKey.stringKey("cloudevents.event_source");

    private RecordAttributes() {}

    static Attributes of(RawRecord record) {
        return Attributes.builder()
                .put(SYSTEM, "kafka")
                .put(OPERATION, "post")
                .put(OPERATION_TYPE, "process")
                .put(DESTINATION, record.position().topic())
                .put(PARTITION, String.valueOf(record.position().partition()))
                .put(OFFSET, record.position().offset())
                .build();
    }

    static Attributes posted(Posted posted) {
        return Attributes.of(
                EVENT,
                posted.event().id().toString(),
                EVENT_SOURCE,
                posted.event().source().toString(),
                ENTRY,
                posted.name());
    }

    static Attributes suspended(Suspended suspended) {
        return Attributes.of(SUSPENDED, suspended.reason());
    }

    static Attributes batch(Journal.Committed committed) {
        return Attributes.builder()
                .put(SYSTEM, "kafka")
                .put(OPERATION, "post")
                .put(OPERATION_TYPE, "process")
                .put(BATCH, committed.posted().size() + committed.suspended().size() + committed.duplicates())
                .build();
    }
}

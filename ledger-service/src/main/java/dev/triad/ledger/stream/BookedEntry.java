package dev.triad.ledger.stream;

import dev.triad.events.Asset;
import dev.triad.events.EventType;
import dev.triad.events.KafkaBinding;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RawRecord.RawHeader;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry with what readers of the stream and of the history may ask of it. Nothing is made of it before somebody asks.
 *
 * @param group the group whose accounts it moves
 * @param asset of its amounts
 * @param event the event that it posts
 * @param rule what made it
 * @param place where the event's record stands
 * @param revision 0 for the event's own entry, more for each repricing
 * @param time when it happened
 * @param bookedAt its accounting date
 * @param postings the legs, in the smallest unit
 * @param record the event's record, when it is at hand
 */
public record BookedEntry(
        String group,
        Asset asset,
        EventKey event,
        Rule rule,
        RecordPosition place,
        int revision,
        Instant time,
        Instant bookedAt,
        List<Posting> postings,
        @Nullable RawRecord record) {
    private static final long BYTES = 1_024;
    private static final long POSTING_BYTES = 200;

    /** The record as it was read, as it was decoded, and as JSON. */
    private static final long COPIES = 3;

    static BookedEntry of(Posted posted, Asset asset) {
        return new BookedEntry(
                posted.group(),
                asset,
                posted.event(),
                posted.entry().rule(),
                posted.position(),
                posted.revision(),
                posted.time(),
                posted.bookedAt(),
                posted.entry().postings(),
                posted.cause() == null ? null : posted.cause().raw());
    }

    /** The same with its event's record, or with none. */
    public BookedEntry with(@Nullable RawRecord found) {
        return new BookedEntry(group, asset, event, rule, place, revision, time, bookedAt, postings, found);
    }

    /** The name of the entry, such as {@code sales-3-1042}, or {@code usage-0-7.1} for a repricing. */
    public String name() {
        return revision == 0 ? place.toString() : place + "." + revision;
    }

    /** Who said it. */
    public String unit() {
        return event.source().unit();
    }

    /** The type of the event, which follows from the rule that posted it. */
    public EventType type() {
        return type(rule);
    }

    /** The type of the events that a rule posts. */
    public static EventType type(Rule rule) {
        return switch (rule) {
            case SALE -> EventType.SALE_RECORDED;
            case RETURN, UNMATCHED_RETURN -> EventType.SALE_RETURNED;
            case EXTERNAL_USAGE, INTERNAL_USAGE, REPRICING -> EventType.USAGE_RECORDED;
            case COST -> EventType.COST_INCURRED;
            case DECLARATION -> EventType.GROUP_DECLARED;
            case RATE -> EventType.RATE_PUBLISHED;
            case REQUEST -> EventType.ORDER_REQUESTED;
            case CLOSING -> EventType.PERIOD_CLOSED;
        };
    }

    /** What the event is about; null without its record. */
    public @Nullable String subject() {
        return headers().get(KafkaBinding.SUBJECT);
    }

    /** The record's headers as text; of one that stands twice the last. */
    Map<String, String> headers() {
        return record == null ? Map.of() : RecordText.headers(record.headers().get());
    }

    /** The absolute amount of the largest posting; null when nothing is posted. */
    @Nullable
    BigDecimal largest() {
        if (postings.isEmpty()) {
            return null;
        }
        // Counted below zero, where the least of all longs has no opposite that fits.
        long least = 0;
        for (Posting posting : postings) {
            least = Math.min(least, Math.min(posting.amount(), -posting.amount()));
        }
        return BigDecimal.valueOf(least, asset.scale()).negate();
    }

    /** All that a free-text search looks at, in lower case. */
    String searchable() {
        StringBuilder text = new StringBuilder(1_024)
                .append(name())
                .append('\n')
                .append(event.id())
                .append('\n')
                .append(rule.code());
        for (Posting posting : postings) {
            text.append('\n').append(posting.account()).append('\n').append(asset.format(posting.amount()));
        }
        if (record != null) {
            text.append('\n').append(RecordText.text(record.key()));
            for (RawHeader header : record.headers().get()) {
                text.append('\n').append(RecordText.text(header.value()));
            }
            text.append('\n').append(RecordText.searchable(record.value()));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** About how much memory it holds, with the JSON that is made of it, in bytes. */
    long bytes() {
        return BYTES + POSTING_BYTES * postings.size() + (record == null ? 0 : COPIES * RecordText.bytes(record));
    }
}

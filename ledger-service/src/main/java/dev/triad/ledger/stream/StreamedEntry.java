package dev.triad.ledger.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.ledger.posting.RawRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its event, as the stream and the search of history show it.
 *
 * @param entry its name
 * @param time when it happened
 * @param bookedAt its accounting date, if that is another time
 * @param place where the event's record stands in the log
 * @param key the record's key; it, the headers, the subject and the data are left out where the record is not at hand
 * @param headers the record's headers
 * @param data the event's data as the producer sent it
 */
public record StreamedEntry(
        String entry,
        String group,
        String unit,
        String asset,
        String type,
        String event,
        @Nullable String subject,
        Instant time,
        @Nullable Instant bookedAt,
        String rule,
        List<StreamedPosting> postings,
        LogPosition place,
        @Nullable String key,
        @Nullable Map<String, String> headers,

        @JsonRawValue @Schema(implementation = JsonNode.class) @Nullable
        String data) {

    /** One leg: a positive amount is a debit. */
    public record StreamedPosting(String account, String amount) {}

    /** Where a record stands in the log. */
    public record LogPosition(String topic, int partition, long offset) {}

    public static StreamedEntry of(BookedEntry booked) {
        @Nullable RawRecord record = booked.record();
        byte @Nullable [] key = record == null ? null : record.key();
        byte @Nullable [] value = record == null ? null : record.value();
        return new StreamedEntry(
                booked.name(),
                booked.group(),
                booked.unit(),
                booked.asset().toString(),
                booked.type().typeName(),
                booked.event().id().toString(),
                booked.subject(),
                booked.time(),
                booked.bookedAt().equals(booked.time()) ? null : booked.bookedAt(),
                booked.rule().code(),
                postings(booked),
                new LogPosition(
                        booked.place().topic(),
                        booked.place().partition(),
                        booked.place().offset()),
                key == null ? null : RecordText.text(key),
                record == null ? null : booked.headers(),
                value == null ? null : RecordText.json(value));
    }

    private static List<StreamedPosting> postings(BookedEntry booked) {
        return booked.postings().stream()
                .map(posting ->
                        new StreamedPosting(posting.account(), booked.asset().format(posting.amount())))
                .toList();
    }
}

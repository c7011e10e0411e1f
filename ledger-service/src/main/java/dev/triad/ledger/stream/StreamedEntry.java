package dev.triad.ledger.stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the stream shows it, with its event when that has just arrived.
 *
 * @param entry its name, also the SSE id
 * @param data the event's data; none for what was posted from suspense by a repricing
 */
record StreamedEntry(
        String entry,
        String group,
        String unit,
        String asset,
        @Nullable String type,
        String event,
        @Nullable String subject,
        Instant time,
        String rule,
        List<PostingView> postings,
        @Nullable JsonNode data) {

    /** One leg: a positive amount is a debit. */
    record PostingView(String account, String amount) {}

    /** All that a free-text search looks at, in lower case. */
    @JsonIgnore
    String searchable() {
        return (entry + ' ' + subject + ' ' + event + ' ' + rule + ' ' + postings + ' ' + data)
                .toLowerCase(Locale.ROOT);
    }
}

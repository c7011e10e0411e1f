package dev.triad.ledger.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.EventCodec;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RawRecord.RawHeader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of the log as text. */
final class RecordText {
    private static final ObjectMapper MAPPER = EventCodec.mapper();

    private RecordText() {}

    static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    static Map<String, String> headers(List<RawHeader> headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.name(), text(header.value())));
        return texts;
    }

    /** JSON as it was sent, on one line: a line break in it can only stand between its parts. */
    static String json(byte[] value) {
        return text(value).replace('\n', ' ').replace('\r', ' ');
    }

    /** JSON with its characters as people write them, where they were sent as escapes. */
    static String searchable(byte @Nullable [] value) {
        String text = text(value);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        try {
            return MAPPER.readTree(text).toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    static long bytes(RawRecord record) {
        long bytes = length(record.key()) + length(record.value());
        for (RawHeader header : record.headers().get()) {
            bytes += header.name().length() + length(header.value());
        }
        return bytes;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}

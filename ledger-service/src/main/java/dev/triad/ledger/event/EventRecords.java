package dev.triad.ledger.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.ledger.intake.RecordDecoder;
import dev.triad.ledger.log.LogReader;
import dev.triad.ledger.posting.RecordPosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Records of the log as people read them. */
@ApplicationScoped
class EventRecords {
    private final LogReader log;
    private final ObjectMapper mapper;

    EventRecords(LogReader log, ObjectMapper mapper) {
        this.log = log;
        this.mapper = mapper;
    }

    /** The record at a position, or null when the log does not hold it any more. */
    EventResource.@Nullable RecordView read(RecordPosition position) {
        return log.read(position).map(this::view).orElse(null);
    }

    private EventResource.RecordView view(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (!RecordDecoder.isInternal(header)) {
                headers.put(header.key(), text(header.value()));
            }
        }
        return new EventResource.RecordView(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? null : text(record.key()),
                headers,
                data(record.value()));
    }

    private @Nullable JsonNode data(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            return mapper.readTree(value);
        } catch (JsonProcessingException e) {
            return mapper.getNodeFactory().textNode(text(value));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}

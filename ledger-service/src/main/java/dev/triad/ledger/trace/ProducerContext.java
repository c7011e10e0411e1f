package dev.triad.ledger.trace;

import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RawRecord.RawHeader;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The producer's span, as a record's headers name it by W3C Trace Context. */
final class ProducerContext {
    /** No valid header is longer; a hostile one is not even turned into text. */
    private static final int BYTES_MAX = 512;

    private static final TextMapGetter<List<RawHeader>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(List<RawHeader> headers) {
            return headers.stream().map(RawHeader::name).toList();
        }

        @Override
        public @Nullable String get(@Nullable List<RawHeader> headers, String name) {
            return headers == null ? null : text(headers, name);
        }
    };

    private ProducerContext() {}

    /** A context without a valid span when the record names none. */
    static Context of(RawRecord record) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), record.headers().get(), GETTER);
    }

    private static @Nullable String text(List<RawHeader> headers, String name) {
        for (RawHeader header : headers) {
            byte[] value = header.value();
            if (header.name().equals(name) && value != null && value.length <= BYTES_MAX) {
                return new String(value, StandardCharsets.US_ASCII);
            }
        }
        return null;
    }
}

package dev.triad.simulation.emission;

import dev.triad.events.CloudEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes a trace from what caused an event into the event's record: a span for its way to Kafka, whose {@code traceparent}
 * travels as a header, by W3C Trace Context. The names are those of OpenTelemetry's messaging conventions; nothing of an
 * event's data is told. Where tracing is off nothing is done.
 */
@Singleton
public class Traces {
    private static final TextMapGetter<Headers> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            List<String> keys = new ArrayList<>();
            headers.forEach(header -> keys.add(header.key()));
            return keys;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            Header header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null
                    ? null
                    : new String(header.value(), StandardCharsets.US_ASCII);
        }
    };

    private final boolean enabled;
    private final Tracer tracer;

    Traces(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false") boolean disabled) {
        this.enabled = !disabled;
        this.tracer = telemetry.getTracer("dev.triad.simulation");
    }

    /** Marks a record that is about to be sent; the span ends with the future, which the caller completes. */
    CompletableFuture<Void> send(CloudEvent event, ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        if (enabled) {
            Span span = begin(event, record);
            W3CTraceContextPropagator.getInstance()
                    .inject(Context.current().with(span), record.headers(), (headers, name, value) -> {
                        if (headers != null) {
                            headers.remove(name).add(name, value.getBytes(StandardCharsets.US_ASCII));
                        }
                    });
            acknowledged.whenComplete((_, failure) -> end(span, failure));
        }
        return acknowledged;
    }

    /** Does something as a part of the trace that a record belongs to, if it names one. */
    public <T> T within(Headers headers, Supplier<T> action) {
        if (!enabled) {
            return action.get();
        }
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.current(), headers, GETTER);
        try (Scope _ = context.makeCurrent()) {
            return action.get();
        }
    }

    private Span begin(CloudEvent event, ProducerRecord<byte[], byte[]> record) {
        return tracer.spanBuilder("send " + record.topic())
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", "send")
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.destination.name", record.topic())
                .setAttribute("cloudevents.event_id", event.id().toString())
                .setAttribute("cloudevents.event_source", event.source().toString())
                .setAttribute("cloudevents.event_type", event.type().typeName())
                .startSpan();
    }

    private static void end(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}

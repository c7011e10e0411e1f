package dev.triad.ledger.trace;

import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.Suspended;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes a span of every entry whose record carries a sampled {@code traceparent}, in the trace of its producer, and one of
 * the transaction that posted it with others. The names are those of OpenTelemetry's messaging conventions; nothing of an
 * event's data is told. Where tracing is off nothing is looked at.
 */
@ApplicationScoped
public class EntryTraces {
    /** As many as OpenTelemetry keeps of one span's links. */
    static final int LINKS_MAX = 128;

    private final boolean enabled;
    private final Tracer tracer;

    EntryTraces(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false") boolean disabled) {
        this.enabled = !disabled;
        this.tracer = telemetry.getTracer("dev.triad.ledger");
    }

    /** An entry, or a record that was set aside, and the producer's span that it belongs to. */
    private record Traced(Context parent, RawRecord record, Attributes outcome) {
        SpanContext producer() {
            return Span.fromContext(parent).getSpanContext();
        }
    }

    void onCommitted(@Observes Journal.Committed committed) {
        if (!enabled) {
            return;
        }
        try {
            List<Traced> traced = traced(committed);
            if (!traced.isEmpty()) {
                tell(traced, committed);
            }
        } catch (RuntimeException e) {
            // What is posted is posted, whether its trace can be told or not.
            Log.warnf(e, "a trace could not be told");
        }
    }

    private static List<Traced> traced(Journal.Committed committed) {
        List<Traced> traced = new ArrayList<>();
        for (Posted posted : committed.posted()) {
            Received.Decoded cause = posted.cause();
            if (cause != null) {
                add(traced, cause.raw(), RecordAttributes.posted(posted));
            }
        }
        for (Suspended suspended : committed.suspended()) {
            add(traced, suspended.received().raw(), RecordAttributes.suspended(suspended));
        }
        return traced;
    }

    private static void add(List<Traced> traced, RawRecord record, Attributes outcome) {
        Context parent = ProducerContext.of(record);
        if (Span.fromContext(parent).getSpanContext().isSampled()) {
            traced.add(new Traced(parent, record, outcome));
        }
    }

    private void tell(List<Traced> traced, Journal.Committed committed) {
        Instant end = Instant.now();
        Instant begin = end.minus(committed.took());
        SpanBuilder builder = tracer.spanBuilder("post batch")
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(begin)
                .setAllAttributes(RecordAttributes.batch(committed));
        traced.stream().limit(LINKS_MAX).forEach(one -> builder.addLink(one.producer()));
        Span batch = builder.startSpan();
        commit(batch, end.minus(committed.commit()), end);
        batch.end(end);
        traced.forEach(one -> tell(one, batch.getSpanContext(), begin, end));
    }

    private void commit(Span batch, Instant begin, Instant end) {
        tracer.spanBuilder("commit")
                .setParent(Context.root().with(batch))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.system.name", "postgresql")
                .setStartTimestamp(begin)
                .startSpan()
                .end(end);
    }

    private void tell(Traced one, SpanContext batch, Instant begin, Instant end) {
        tracer.spanBuilder("post " + one.record().position().topic())
                .setParent(one.parent())
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(begin)
                .addLink(batch)
                .setAllAttributes(RecordAttributes.of(one.record()))
                .setAllAttributes(one.outcome())
                .startSpan()
                .end(end);
    }
}

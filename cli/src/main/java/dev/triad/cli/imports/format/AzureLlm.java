package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.Row;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Azure LLM inference trace: each request to a language model is a usage of so many tokens, those read and
 * those written. The trace has no prices and no customers, so the consumer is one tenant, and the usage waits
 * in suspense until a rate is published.
 */
public final class AzureLlm implements Format {
    /** The tenant that the trace's requests are put down to. */
    public static final String TENANT = "azure-llm-conv";

    static final String RESOURCE = "llm-token";
    static final String UNIT_OF_MEASURE = "token";

    private static final String TIME = "TIMESTAMP";
    private static final String CONTEXT = "ContextTokens";
    private static final String GENERATED = "GeneratedTokens";

    private final Settings settings;
    private final Preamble preamble;
    private final NaturalIds ids;

    public AzureLlm(Settings settings) {
        this.settings = settings;
        this.preamble = new Preamble(settings);
        this.ids = new NaturalIds(settings.source());
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required(TIME), Column.required(CONTEXT), Column.required(GENERATED));
    }

    @Override
    public String measure() {
        return "tokens";
    }

    @Override
    public void survey(Row row) {
        usage(row);
        preamble.see(time(row));
    }

    @Override
    public List<CloudEvent> preamble(KnownGroups known) {
        String provider = settings.source().unit();
        List<CloudEvent> events =
                new ArrayList<>(preamble.declare(known, List.of(new DeclaredUnit(provider, provider, List.of()))));
        if (settings.rate() != null) {
            events.add(preamble.rate(provider, RESOURCE, UNIT_OF_MEASURE, settings.rate()));
        }
        return events;
    }

    @Override
    public void read(Row row, Output output) {
        UsageRecorded usage = usage(row);
        Instant time = time(row);
        output.classify("request", "usage of " + RESOURCE, usage.quantity());
        output.event(new CloudEvent(
                ids.next(time, "request", row.required(CONTEXT), row.required(GENERATED)),
                settings.source(),
                usage.consumer(),
                time,
                usage));
    }

    private UsageRecorded usage(Row row) {
        BigDecimal context = Numbers.decimal(CONTEXT, row.required(CONTEXT));
        BigDecimal generated = Numbers.decimal(GENERATED, row.required(GENERATED));
        return new UsageRecorded(
                settings.source().unit(),
                Objects.requireNonNullElse(settings.consumer(), TENANT),
                ConsumerKind.TENANT,
                RESOURCE,
                context.add(generated),
                UNIT_OF_MEASURE,
                null,
                Map.of("context-tokens", context.toPlainString(), "generated-tokens", generated.toPlainString()));
    }

    private static Instant time(Row row) {
        return Times.parse(TIME, row.required(TIME));
    }
}

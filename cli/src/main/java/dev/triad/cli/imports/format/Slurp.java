package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.cli.imports.input.Row;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.EventTimes;
import dev.triad.events.OrderRequested;
import dev.triad.events.RequestLine;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SLURP: voice-assistant commands, one row a recording. Each is a usage of the cloud's {@code voice} by the
 * device unit; an order of a takeaway is a request to the store besides. What was said stays in the file: an
 * account needs the intent, never the sentence.
 */
public final class Slurp implements Format {
    /** The unit that provides the voice service. */
    public static final String PROVIDER = "cloud";

    static final String RESOURCE = "voice";
    static final String UNIT_OF_MEASURE = "interaction";

    private static final String RECORDED = "recorded_epoch_s";
    private static final String ID = "slurp_id";
    private static final String SCENARIO = "scenario";
    private static final String ACTION = "action";
    private static final String INTENT = "intent";
    private static final String ORDER_INTENT = "takeaway_order";

    private final Settings settings;
    private final Preamble preamble;
    private final NaturalIds ids;

    public Slurp(Settings settings) {
        this.settings = settings;
        this.preamble = new Preamble(settings);
        this.ids = new NaturalIds(settings.source());
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required(RECORDED),
                Column.required(ID),
                Column.required(SCENARIO),
                Column.required(ACTION),
                Column.required(INTENT));
    }

    @Override
    public String measure() {
        return "interactions";
    }

    @Override
    public void survey(Row row) {
        usage(row);
        preamble.see(time(row));
    }

    @Override
    public List<CloudEvent> preamble(KnownGroups known) {
        String device = settings.source().unit();
        List<CloudEvent> events = new ArrayList<>(preamble.declare(
                known,
                List.of(new DeclaredUnit(device, device, List.of()), new DeclaredUnit(PROVIDER, PROVIDER, List.of()))));
        if (settings.rate() != null) {
            events.add(preamble.rate(PROVIDER, RESOURCE, UNIT_OF_MEASURE, settings.rate()));
        }
        return events;
    }

    @Override
    public void read(Row row, Output output) {
        Instant time = time(row);
        UsageRecorded usage = usage(row);
        String id = row.required(ID);
        boolean order = row.required(INTENT).equals(ORDER_INTENT);
        output.classify(
                order ? "order by voice" : "other command",
                order ? "usage of voice, and an order request" : "usage of voice",
                BigDecimal.ONE);
        output.event(
                new CloudEvent(ids.next(time, "interaction", id), settings.source(), usage.consumer(), time, usage));
        if (order) {
            output.event(request(time, id));
        }
    }

    private CloudEvent request(Instant time, String id) {
        OrderRequested order =
                new OrderRequested("voice", null, List.of(new RequestLine(ORDER_INTENT, BigDecimal.ONE)), List.of());
        String subject = "slurp-%s-%d".formatted(id, time.getEpochSecond());
        return new CloudEvent(ids.next(time, "order", id), settings.source(), subject, time, order);
    }

    private UsageRecorded usage(Row row) {
        row.required(ID);
        return new UsageRecorded(
                PROVIDER,
                settings.source().unit(),
                ConsumerKind.UNIT,
                RESOURCE,
                BigDecimal.ONE,
                UNIT_OF_MEASURE,
                null,
                Map.of(
                        SCENARIO, row.required(SCENARIO),
                        ACTION, row.required(ACTION),
                        INTENT, row.required(INTENT)));
    }

    private static Instant time(Row row) {
        BigDecimal seconds = Numbers.decimal(RECORDED, row.required(RECORDED));
        BigDecimal end = BigDecimal.valueOf(EventTimes.LATEST.getEpochSecond());
        if (seconds.signum() < 0 || seconds.compareTo(end) >= 0) {
            throw new RejectedLineException(RECORDED + " is not in seconds since 1970");
        }
        return Instant.ofEpochSecond(seconds.longValue());
    }
}

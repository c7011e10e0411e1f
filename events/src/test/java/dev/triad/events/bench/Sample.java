package dev.triad.events.bench;

import dev.triad.events.CloudEvent;
import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.EventIds;
import dev.triad.events.EventType;
import dev.triad.events.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The events that the benchmarks read and write, as the services send them. */
public enum Sample {
    /** Three lines, one attribution: 469 bytes. */
    SALE(EventType.SALE_RECORDED, """
            {"channel":"voice","customer":"c-18211","lines":[\
            {"sku":"coffee-filters-100","category":"kitchen","kind":"goods","quantity":"2","unitPrice":"6.49",\
            "unitCost":"4.10"},\
            {"sku":"espresso-beans-1kg","category":"grocery","kind":"goods","quantity":"1","unitPrice":"18.90",\
            "unitCost":"13.75"},\
            {"sku":"gift-wrap","category":"services","kind":"service","quantity":"1","unitPrice":"3.00"}],\
            "attribution":[{"unit":"device","product":"echo-dot","cohort":"2026-w03","weight":"0.6"}]}"""),
    /** Internal usage without a charge: 129 bytes. */
    USAGE(EventType.USAGE_RECORDED, """
            {"provider":"cloud","consumer":"store","consumerKind":"unit","resource":"compute",\
            "quantity":"412.5","unitOfMeasure":"vcpu-hour"}""");

    private final EventType type;
    private final byte[] json;

    Sample(EventType type, String json) {
        this.type = type;
        this.json = json.getBytes(StandardCharsets.UTF_8);
    }

    EventType type() {
        return type;
    }

    byte[] json() {
        return json.clone();
    }

    CloudEvent event() {
        Event data = new EventCodec().decode(type, json);
        Instant time = Instant.parse("2026-01-31T09:30:00.123Z");
        Source source = new Source("amazon", "store");
        return new CloudEvent(EventIds.derived(time, source, name()), source, "order-1000234", time, data);
    }
}

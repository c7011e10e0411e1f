package dev.triad.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The CloudEvents types, each with its topic and its record. */
public enum EventType {
    SALE_RECORDED("triad.sale.recorded.v1", Topics.SALES, SaleRecorded.class),
    SALE_RETURNED("triad.sale.returned.v1", Topics.SALES, SaleReturned.class),
    USAGE_RECORDED("triad.usage.recorded.v1", Topics.USAGE, UsageRecorded.class),
    COST_INCURRED("triad.cost.incurred.v1", Topics.COSTS, CostIncurred.class),
    GROUP_DECLARED("triad.group.declared.v1", Topics.REFERENCE, GroupDeclared.class),
    RATE_PUBLISHED("triad.rate.published.v1", Topics.REFERENCE, RatePublished.class),
    PERIOD_CLOSED("triad.period.closed.v1", Topics.REFERENCE, PeriodClosed.class),
    ORDER_REQUESTED("triad.order.requested.v1", Topics.REQUESTS, OrderRequested.class);

    /** All of them, in one list that is made once. */
    static final List<EventType> VALUES = List.of(values());

    private static final Map<String, EventType> BY_NAME =
            VALUES.stream().collect(Collectors.toUnmodifiableMap(EventType::typeName, Function.identity()));

    private final String typeName;
    private final String topic;
    private final Class<? extends Event> record;
    private final byte[] header;

    EventType(String typeName, String topic, Class<? extends Event> record) {
        this.typeName = typeName;
        this.topic = topic;
        this.record = record;
        this.header = typeName.getBytes(StandardCharsets.UTF_8);
    }

    /** The value of {@code ce_type}. */
    public String typeName() {
        return typeName;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends Event> record() {
        return record;
    }

    /** The name of the JSON Schema under {@code schemas/}. */
    public String schemaName() {
        return typeName + ".schema.json";
    }

    /** Whether these bytes of a header are the name of this type. */
    boolean isNamedBy(byte[] value) {
        return Arrays.equals(header, value);
    }

    byte[] header() {
        return header.clone();
    }

    public static Optional<EventType> byName(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }
}

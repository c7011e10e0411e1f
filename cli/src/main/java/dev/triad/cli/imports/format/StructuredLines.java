package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.cli.imports.input.Row;
import dev.triad.cli.imports.input.TextRows;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.StructuredEvents;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents as JSON lines in structured mode: the way in for anybody's own events. Each names its own source
 * and id, and the file declares its own groups.
 */
public final class StructuredLines implements Format {
    private final StructuredEvents events = new StructuredEvents(new EventCodec());
    private final @Nullable String group;

    /** Takes events of this group only; of every group when it is null. */
    public StructuredLines(@Nullable String group) {
        this.group = group;
    }

    @Override
    public List<Column> columns() {
        return List.of();
    }

    @Override
    public String measure() {
        return "events";
    }

    @Override
    public void survey(Row row) {
        parse(row);
    }

    @Override
    public List<CloudEvent> preamble(KnownGroups known) {
        return List.of();
    }

    @Override
    public void read(Row row, Output output) {
        CloudEvent event = parse(row);
        output.classify(event.type().typeName(), "as it is", BigDecimal.ONE);
        output.event(event);
    }

    private CloudEvent parse(Row row) {
        CloudEvent event = events.parse(row.verbatim(TextRows.LINE));
        if (group != null && !group.equals(event.source().group())) {
            throw new RejectedLineException("the event is of group %s, not of %s"
                    .formatted(event.source().group(), group));
        }
        return event;
    }
}

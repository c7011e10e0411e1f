package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.UnreadableFileException;
import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.RatePublished;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an import says before the file's own events. Its time is the file's earliest, so that importing the
 * file again says the very same.
 */
final class Preamble {
    private final Settings settings;
    private @Nullable Instant earliest;

    Preamble(Settings settings) {
        this.settings = settings;
    }

    /** Takes note of a row's time. */
    void see(Instant time) {
        if (earliest == null || time.isBefore(earliest)) {
            earliest = time;
        }
    }

    /** The group with these units; as many declarations as the contract's limit of units takes. */
    List<CloudEvent> declare(List<DeclaredUnit> units) {
        List<CloudEvent> declarations = new ArrayList<>();
        for (int from = 0; from < units.size(); from += GroupDeclared.UNITS_MAX) {
            declarations.add(declaration(units.subList(from, Math.min(from + GroupDeclared.UNITS_MAX, units.size()))));
        }
        return declarations;
    }

    /**
     * One price for a resource from the file's start: list, full cost and marginal cost alike, since whoever gives
     * one price says nothing of the others.
     */
    CloudEvent rate(String provider, String resource, String unitOfMeasure, BigDecimal price) {
        Instant from = start();
        Source source = new Source(settings.source().group(), provider);
        return new CloudEvent(
                EventIds.derived(from, source, "rate", resource),
                source,
                resource,
                from,
                new RatePublished(provider, resource, unitOfMeasure, price, price, price, from));
    }

    private CloudEvent declaration(List<DeclaredUnit> units) {
        String group = settings.source().group();
        String asset = settings.asset().toString();
        String names = units.stream().map(DeclaredUnit::toString).collect(Collectors.joining(","));
        return new CloudEvent(
                EventIds.derived(start(), settings.source(), "group", group, asset, names),
                settings.source(),
                group,
                start(),
                new GroupDeclared(group, settings.asset(), TransferPriceMethod.FULL_COST, units));
    }

    private Instant start() {
        if (earliest == null) {
            throw new UnreadableFileException("no line of the file can be read as this format");
        }
        return earliest;
    }
}

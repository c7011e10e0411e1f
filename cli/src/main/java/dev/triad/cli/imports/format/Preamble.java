package dev.triad.cli.imports.format;

import dev.triad.cli.CommandException;
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
    private static final TransferPriceMethod FULL_COST = TransferPriceMethod.FULL_COST;

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

    /**
     * The group with these units; as many declarations as the contract's limit of units takes. A group that is
     * there already keeps its policy, and only gains the units that it lacks.
     *
     * @throws CommandException when the group keeps its amounts in another asset
     */
    List<CloudEvent> declare(KnownGroups groups, List<DeclaredUnit> units) {
        KnownGroup known = groups.group(settings.source().group()).orElse(null);
        if (known == null || (known.asset().equals(settings.asset()) && known.takes(FULL_COST, units))) {
            return declarations(FULL_COST, units);
        }
        if (!known.asset().equals(settings.asset())) {
            throw new CommandException(
                    "the group %s keeps its amounts in %s, and this import in %s; give --asset %s, or another --group"
                            .formatted(settings.source().group(), known.asset(), settings.asset(), known.asset()));
        }
        return declarations(known.transferPrice(), known.missing(units));
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

    private List<CloudEvent> declarations(TransferPriceMethod method, List<DeclaredUnit> units) {
        List<CloudEvent> declarations = new ArrayList<>();
        for (int from = 0; from < units.size(); from += GroupDeclared.UNITS_MAX) {
            int to = Math.min(from + GroupDeclared.UNITS_MAX, units.size());
            declarations.add(declaration(method, units.subList(from, to)));
        }
        return declarations;
    }

    private CloudEvent declaration(TransferPriceMethod method, List<DeclaredUnit> units) {
        String group = settings.source().group();
        String asset = settings.asset().toString();
        String names = units.stream().map(DeclaredUnit::toString).collect(Collectors.joining(","));
        return new CloudEvent(
                EventIds.derived(start(), settings.source(), "group", group, asset, method.name(), names),
                settings.source(),
                group,
                start(),
                new GroupDeclared(group, settings.asset(), method, units));
    }

    private Instant start() {
        if (earliest == null) {
            throw new UnreadableFileException("no line of the file can be read as this format");
        }
        return earliest;
    }
}

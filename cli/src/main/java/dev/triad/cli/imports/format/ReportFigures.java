package dev.triad.cli.imports.format;

import dev.triad.cli.imports.format.ReportLine.Figure;
import dev.triad.cli.imports.format.ReportLine.Item;
import dev.triad.cli.imports.input.UnreadableFileException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of a file. Of several for the same year and segment one stands: published before unpublished, then on
 * accepted principles (GAAP) before on another basis, then the one further down in the file.
 */
final class ReportFigures {
    /** How many a file may hold. */
    static final int FIGURES_MAX = 10_000;

    /** A figure, and the line that says it. */
    record Stated(long line, Figure figure) {}

    /** How a row stands beside the others of its year and segment. */
    enum Standing {
        PUBLISHED,
        /** Nobody is named who published it, or its counterpart. */
        UNSOURCED,
        /** It, or its counterpart, was worked out from other figures. */
        DERIVED,
        SUPERSEDED,
        /** Revenue without operating income, or the other way round. */
        ALONE
    }

    private record Key(int year, String unit, Item item) {}

    private final Map<Key, Stated> standing = new LinkedHashMap<>();

    void add(long line, Figure figure) {
        Stated stated = new Stated(line, figure);
        for (Item item : figure.items().keySet()) {
            standing.merge(
                    key(figure, item),
                    stated,
                    (before, after) -> rank(after.figure()) >= rank(before.figure()) ? after : before);
        }
        if (standing.size() > FIGURES_MAX) {
            throw new UnreadableFileException(
                    "the file holds more than %,d figures; split it by year".formatted(FIGURES_MAX));
        }
    }

    Standing of(long line, Figure figure) {
        boolean counterparts = true;
        boolean published = true;
        boolean sourced = true;
        for (Item item : Item.values()) {
            Stated stands = standing.get(key(figure, item));
            if (stands == null) {
                counterparts = false;
            } else if (figure.states(item) && stands.line() != line) {
                return Standing.SUPERSEDED;
            } else {
                published &= stands.figure().published();
                sourced &= !stands.figure().unsourced();
            }
        }
        if (!counterparts) {
            return Standing.ALONE;
        }
        if (published) {
            return Standing.PUBLISHED;
        }
        return sourced ? Standing.DERIVED : Standing.UNSOURCED;
    }

    /** What stands for an item of the same year and segment. */
    Figure standing(Figure figure, Item item) {
        Stated stands = standing.get(key(figure, item));
        if (stands == null) {
            throw new IllegalStateException("nothing says the %s of %s".formatted(item, figure.title()));
        }
        return stands.figure();
    }

    /** All that stands, in the order in which the file first names each. */
    Collection<Stated> standing() {
        return standing.values();
    }

    private static Key key(Figure figure, Item item) {
        return new Key(figure.year().number(), figure.segment().unit(), item);
    }

    private static int rank(Figure figure) {
        return (figure.published() ? 2 : 0) + (figure.followsAcceptedPrinciples() ? 1 : 0);
    }
}

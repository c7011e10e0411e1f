package dev.triad.cli.imports.format;

import dev.triad.cli.imports.format.ReportFigures.Standing;
import dev.triad.cli.imports.format.ReportFigures.Stated;
import dev.triad.cli.imports.format.ReportLine.Figure;
import dev.triad.cli.imports.format.ReportLine.Item;
import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.Printable;
import dev.triad.cli.imports.input.Row;
import dev.triad.cli.imports.input.UnreadableFileException;
import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Segment figures of annual reports: each year of a segment is one sale and one cost, so that the unit's income
 * statement over the year comes to the operating income that was published. What nobody published is an assumption. It
 * is told and left out, or else goes into a {@linkplain #UNSOURCED_SUFFIX group of its own}.
 */
public final class AnnualReport implements Format {
    /** What is appended to a group's name for the group that holds the assumptions beside it. */
    public static final String UNSOURCED_SUFFIX = "-unsourced";

    /** How many bases an error lists. */
    private static final int BASES_SHOWN_MAX = 10;

    private final Settings settings;
    private final ReportChoice choice;
    private final ReportFigures figures = new ReportFigures();
    private final TreeSet<String> otherBases = new TreeSet<>();
    private @Nullable ReportLayout layout;
    private boolean chosenBasisSeen;

    /** The unit of the settings' source is not used: the rows name their segments. */
    public AnnualReport(Settings settings, ReportChoice choice) {
        this.settings = settings;
        this.choice = choice;
    }

    /** The columns of every layout, none of which is required by itself. */
    public static List<Column> allColumns() {
        return ReportLayout.COLUMNS;
    }

    /**
     * The group that a file's figures go into unless another is named.
     *
     * @param present which columns the file has
     * @throws UnreadableFileException when they are those of no annual report
     */
    public static String groupOf(Predicate<String> present) {
        return ReportLayout.of(present).group();
    }

    @Override
    public List<Column> columns() {
        return allColumns();
    }

    @Override
    public String measure() {
        return ReportLayout.CURRENCY;
    }

    @Override
    public void survey(Row row) {
        if (line(row) instanceof Figure figure) {
            ReportEvents.requirePostable(settings.source().group(), figure);
            if (choice.takes(figure)) {
                chosenBasisSeen = true;
                figures.add(row.line(), figure);
            } else if (otherBases.size() < BASES_SHOWN_MAX) {
                otherBases.add(figure.basis().isEmpty() ? "no basis" : Printable.of(figure.basis()));
            }
        }
    }

    @Override
    public List<CloudEvent> preamble(KnownGroups known) {
        if (choice.basis() != null && !chosenBasisSeen) {
            throw new UnreadableFileException("no figure of the file is on the basis \"%s\"; it has: %s"
                    .formatted(Printable.of(choice.basis()), String.join(", ", otherBases)));
        }
        Map<String, List<Figure>> byGroup = new TreeMap<>();
        for (Stated stated : figures.standing()) {
            String group = group(figures.of(stated.line(), stated.figure()));
            if (group != null) {
                byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(stated.figure());
            }
        }
        List<CloudEvent> declarations = new ArrayList<>();
        byGroup.forEach((group, posted) -> declarations.addAll(declare(known, group, posted)));
        return declarations;
    }

    @Override
    public void read(Row row, Output output) {
        switch (line(row)) {
            case ReportLine.Other(BigDecimal amount) ->
                output.classify("not a segment figure", Output.NOT_POSTED, amount);
            case Figure figure
            when !choice.takes(figure) -> {
                output.classify("on another basis", Output.NOT_POSTED, figure.amount());
                note("on another basis, not posted", row, figure, output);
            }
            case Figure figure -> read(row, figure, figures.of(row.line(), figure), output);
        }
    }

    private void read(Row row, Figure figure, Standing standing, Output output) {
        String group = group(standing);
        String title = title(standing, figure);
        output.classify(title, group == null ? Output.NOT_POSTED : becomes(figure), figure.amount());
        if (standing != Standing.PUBLISHED) {
            note("%s, %s".formatted(title, group == null ? Output.NOT_POSTED : "into " + group), row, figure, output);
        }
        if (group != null) {
            post(group, figure, output);
        }
    }

    private void post(String group, Figure figure, Output output) {
        if (figure.states(Item.REVENUE)) {
            output.event(ReportEvents.sale(group, figure));
            String basis = figure.basis().isEmpty() ? "" : " on basis " + Printable.of(figure.basis());
            output.note("revenue in " + group + basis, 1, figure.amount(Item.REVENUE));
        }
        if (figure.states(Item.OPERATING_INCOME)) {
            BigDecimal revenue = figures.standing(figure, Item.REVENUE).amount(Item.REVENUE);
            output.event(ReportEvents.cost(group, figure, revenue));
            output.note("operating income in " + group, 1, figure.amount(Item.OPERATING_INCOME));
        }
    }

    private static void note(String what, Row row, Figure figure, Output output) {
        String basis = figure.basis().isEmpty() ? "" : ", " + Printable.of(figure.basis());
        output.note("%s: %s (line %d%s)".formatted(what, figure.title(), row.line(), basis), 1, figure.amount());
    }

    private List<CloudEvent> declare(KnownGroups known, String group, List<Figure> posted) {
        TreeMap<String, DeclaredUnit> units = new TreeMap<>();
        posted.forEach(figure -> units.putIfAbsent(figure.segment().unit(), figure.segment()));
        Preamble preamble = new Preamble(Settings.of(new Source(group, units.firstKey()), settings.asset()));
        posted.forEach(figure -> preamble.see(figure.year().end()));
        return preamble.declare(known, List.copyOf(units.values()));
    }

    /** The group that a row is posted into; null when it is not posted. */
    private @Nullable String group(Standing standing) {
        String group = settings.source().group();
        return switch (standing) {
            case PUBLISHED -> group;
            case UNSOURCED, DERIVED -> choice.includeUnsourced() ? group + UNSOURCED_SUFFIX : null;
            case SUPERSEDED, ALONE -> null;
        };
    }

    private static String title(Standing standing, Figure figure) {
        return switch (standing) {
            case PUBLISHED -> "published " + said(figure);
            case UNSOURCED -> "unsourced";
            case DERIVED -> "derived";
            case SUPERSEDED -> "superseded";
            case ALONE -> said(figure) + " alone";
        };
    }

    private static String said(Figure figure) {
        if (figure.items().size() == Item.values().length) {
            return "segment figures";
        }
        return figure.states(Item.REVENUE) ? "revenue" : "operating income";
    }

    private static String becomes(Figure figure) {
        if (figure.items().size() == Item.values().length) {
            return "sale, and cost in pool " + ReportEvents.POOL;
        }
        return figure.states(Item.REVENUE) ? "sale" : "cost in pool " + ReportEvents.POOL;
    }

    private ReportLine line(Row row) {
        if (layout == null) {
            layout = ReportLayout.of(row::has);
            if (choice.basis() != null && !layout.hasBasis()) {
                throw new UnreadableFileException("the file has no column basis, by which --basis chooses");
            }
        }
        return layout.line(row, settings);
    }
}

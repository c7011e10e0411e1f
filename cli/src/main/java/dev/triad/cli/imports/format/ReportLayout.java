package dev.triad.cli.imports.format;

import dev.triad.cli.imports.format.ReportLine.Item;
import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.Printable;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.cli.imports.input.Row;
import dev.triad.cli.imports.input.UnreadableFileException;
import dev.triad.events.Asset;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Names;
import java.math.BigDecimal;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How the files of annual figures are laid out, a layout a company; the columns tell which one a file has. */
enum ReportLayout {
    AMAZON("amazon-reported", Month.DECEMBER, "fy,segment,net_sales_usd_m,operating_income_usd_m,basis,source"),
    ALPHABET("alphabet-reported", Month.DECEMBER, "fy,segment,revenue_usd_m,operating_income_usd_m,source"),
    MICROSOFT("microsoft-reported", Month.JUNE, "fy_jun,revenue_usd_m,operating_income_usd_m,source"),
    EBAY("ebay-reported", Month.DECEMBER, "fy,metric,value,unit,source");

    static final String CURRENCY = "USD";

    /** All columns of all layouts: which of them a file must have, only the file can tell. */
    static final List<Column> COLUMNS = Arrays.stream(values())
            .flatMap(layout -> layout.columns.stream())
            .distinct()
            .map(Column::optional)
            .toList();

    /** So large that cents still fit a posting, and the difference of two. */
    private static final BigDecimal DOLLARS_MAX = BigDecimal.TEN.pow(16);

    private static final BigDecimal MILLION = BigDecimal.TEN.pow(6);
    private static final BigDecimal BILLION = BigDecimal.TEN.pow(9);
    private static final String BASIS = "basis";
    private static final String INCOME = "operating_income_usd_m";
    private static final String REVENUE = "revenue_usd_m";
    private static final String SEGMENT = "segment";
    private static final String SOURCE = "source";
    private static final String VALUE = "value";

    /** A whole company, in figures that are not divided by segment. */
    private static final String COMPANY = "Company";

    private final String group;
    private final Month yearEnds;
    private final List<String> columns;

    ReportLayout(String group, Month yearEnds, String columns) {
        this.group = group;
        this.yearEnds = yearEnds;
        this.columns = List.of(columns.split(",", -1));
    }

    /**
     * The layout of a file.
     *
     * @param present which columns the file has
     * @throws UnreadableFileException when they are those of no layout
     */
    static ReportLayout of(Predicate<String> present) {
        return Arrays.stream(values())
                .filter(layout -> layout.columns.stream().allMatch(present))
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException(
                        "the file's first line names the columns of no annual report that is understood; expected: "
                                + Arrays.stream(values())
                                        .map(layout -> String.join(",", layout.columns))
                                        .collect(Collectors.joining("; or "))));
    }

    /** The group that its figures go into unless another is named. */
    String group() {
        return group;
    }

    boolean hasBasis() {
        return columns.contains(BASIS);
    }

    /**
     * Reads a row.
     *
     * @throws RejectedLineException when it is none of this layout
     */
    ReportLine line(Row row, Settings settings) {
        requireCurrency(settings.asset());
        return switch (this) {
            case AMAZON -> segment(row, row.required(SEGMENT), "net_sales_usd_m", settings);
            case ALPHABET -> segment(row, row.required(SEGMENT), REVENUE, settings);
            case MICROSOFT -> segment(row, "Intelligent Cloud", REVENUE, settings);
            case EBAY -> metric(row, settings);
        };
    }

    private ReportLine segment(Row row, String segment, String revenue, Settings settings) {
        return figure(
                row,
                segment,
                Map.of(
                        Item.REVENUE,
                        notNegative(revenue, dollars(row, revenue, MILLION, settings)),
                        Item.OPERATING_INCOME,
                        dollars(row, INCOME, MILLION, settings)));
    }

    private ReportLine metric(Row row, Settings settings) {
        return switch (row.required("metric")) {
            case "revenue" ->
                figure(
                        row,
                        COMPANY,
                        Map.of(Item.REVENUE, notNegative(VALUE, dollars(row, VALUE, factor(row), settings))));
            case "operating_income" ->
                figure(row, COMPANY, Map.of(Item.OPERATING_INCOME, dollars(row, VALUE, factor(row), settings)));
            default ->
                new ReportLine.Other(isMoney(row) ? dollars(row, VALUE, factor(row), settings) : BigDecimal.ZERO);
        };
    }

    private ReportLine figure(Row row, String segment, Map<Item, BigDecimal> items) {
        String year = columns.getFirst();
        return new ReportLine.Figure(
                FiscalYear.parse(year, row.required(year), yearEnds),
                unit(segment),
                items,
                Objects.requireNonNullElse(row.optional(BASIS), ""),
                Objects.requireNonNullElse(row.optional(SOURCE), ReportLine.Figure.UNSOURCED));
    }

    /** {@code NorthAmerica} is North America to people, and {@code north-america} to the books. */
    private static DeclaredUnit unit(String segment) {
        if (segment.length() > Names.TEXT_MAX || segment.chars().noneMatch(ReportLayout::isAlphanumeric)) {
            throw new RejectedLineException(
                    "segment is \"%s\", of which no unit's name can be made".formatted(Printable.of(segment)));
        }
        String name = segment.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return new DeclaredUnit(Names.slug(name), name, List.of());
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static BigDecimal dollars(Row row, String column, BigDecimal factor, Settings settings) {
        BigDecimal exact =
                Numbers.decimal(column, row.required(column)).multiply(factor).stripTrailingZeros();
        if (exact.abs().compareTo(DOLLARS_MAX) > 0) {
            throw new RejectedLineException(column + " is beyond what a company can take in");
        }
        BigDecimal money = Numbers.money(column + " in dollars", exact, settings.asset(), settings.round());
        // Written in one way however the file writes it, since the same figure must be the same event.
        BigDecimal shortest = money.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static BigDecimal notNegative(String column, BigDecimal revenue) {
        if (revenue.signum() < 0) {
            throw new RejectedLineException(column + " is negative, and revenue cannot be");
        }
        return revenue;
    }

    private static boolean isMoney(Row row) {
        String unit = row.optional("unit");
        return "usd_m".equals(unit) || "usd_bn".equals(unit);
    }

    private static BigDecimal factor(Row row) {
        String unit = row.required("unit");
        return switch (unit) {
            case "usd_m" -> MILLION;
            case "usd_bn" -> BILLION;
            default ->
                throw new RejectedLineException(
                        "unit is \"%s\"; expected is usd_m or usd_bn".formatted(Printable.of(unit)));
        };
    }

    private static void requireCurrency(Asset asset) {
        if (!asset.code().equals(CURRENCY)) {
            throw new RejectedLineException(
                    "the figures are in %s, and the group's asset is %s".formatted(CURRENCY, asset));
        }
    }
}

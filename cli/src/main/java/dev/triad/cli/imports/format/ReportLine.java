package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Names;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** What a row of an annual report says. */
sealed interface ReportLine {
    /** The row's amount in the report on the import, in dollars. */
    BigDecimal amount();

    /** What a segment's year is made of. */
    enum Item {
        REVENUE,
        OPERATING_INCOME;

        Item counterpart() {
            return this == REVENUE ? OPERATING_INCOME : REVENUE;
        }
    }

    /** A row that says nothing of revenue or operating income; what is no sum of dollars amounts to zero. */
    record Other(BigDecimal amount) implements ReportLine {}

    /**
     * Revenue or operating income of a segment's year, or both.
     *
     * @param items what is said, in dollars
     * @param basis how it was reckoned; empty where the layout has no such column
     * @param source who says so, as the row names it
     */
    record Figure(FiscalYear year, DeclaredUnit segment, Map<Item, BigDecimal> items, String basis, String source)
            implements ReportLine {

        static final String UNSOURCED = "unsourced";

        private static final String DERIVED = "derived";
        private static final String ACCEPTED_PRINCIPLES = "GAAP";

        public Figure {
            items = Map.copyOf(items);
            // Checked here, so that the message names what the file calls it.
            String evidence = evidence(basis, source);
            if (evidence.codePointCount(0, evidence.length()) > Names.TEXT_MAX) {
                throw new RejectedLineException(
                        "source and basis are together longer than %d characters, which is what an event can carry"
                                .formatted(Names.TEXT_MAX));
            }
        }

        @Override
        public BigDecimal amount() {
            return amount(states(Item.REVENUE) ? Item.REVENUE : Item.OPERATING_INCOME);
        }

        BigDecimal amount(Item item) {
            return items.getOrDefault(item, BigDecimal.ZERO);
        }

        boolean states(Item item) {
            return items.containsKey(item);
        }

        /** Whether nobody is named who published it. */
        boolean unsourced() {
            return source.toLowerCase(Locale.ROOT).startsWith(UNSOURCED);
        }

        /** Whether it was worked out from other figures, and so was published by nobody. */
        boolean derived() {
            return basis.toLowerCase(Locale.ROOT).contains(DERIVED);
        }

        boolean published() {
            return !unsourced() && !derived();
        }

        boolean followsAcceptedPrinciples() {
            return basis.toUpperCase(Locale.ROOT).startsWith(ACCEPTED_PRINCIPLES);
        }

        /** What an event carries of where it comes from: the source, and the basis behind it. */
        String evidence() {
            return evidence(basis, source);
        }

        /** The year and segment, as the report on the import names them. */
        String title() {
            return year.number() + " " + segment.unit();
        }

        private static String evidence(String basis, String source) {
            return basis.isEmpty() ? source : "%s (%s)".formatted(source, basis);
        }
    }
}

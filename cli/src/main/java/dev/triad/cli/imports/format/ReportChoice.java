package dev.triad.cli.imports.format;

import org.jspecify.annotations.Nullable;

/**
 * Which figures of an annual report are wanted.
 *
 * @param includeUnsourced whether what nobody published is posted too, into a group of its own
 * @param basis the one basis whose figures are posted; null for what every year has
 */
public record ReportChoice(
        boolean includeUnsourced, @Nullable String basis) {
    /** What was published, on whichever basis. */
    public static final ReportChoice PUBLISHED = new ReportChoice(false, null);

    boolean takes(ReportLine.Figure figure) {
        return basis == null || basis.equalsIgnoreCase(figure.basis());
    }
}

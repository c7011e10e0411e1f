package dev.triad.cli.export;

import java.util.Locale;

/** What the journal can be exported as; all but Parquet are formats of the ledger's API. */
enum ExportFormat {
    HLEDGER,
    BEANCOUNT,
    CSV,
    PARQUET;

    /** The format that the ledger sends. */
    String sent() {
        return switch (this) {
            case HLEDGER, BEANCOUNT, CSV -> toString();
            case PARQUET -> CSV.toString();
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

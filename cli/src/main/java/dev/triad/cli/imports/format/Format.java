package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.cli.imports.input.Row;
import dev.triad.events.CloudEvent;
import dev.triad.events.InvalidEventException;
import java.util.List;

/**
 * A format of file. A file is read twice, so that nothing is sent of a file that cannot be read to its end:
 * {@link #survey} sees every row first, then come the events of {@link #preamble(KnownGroups)}, then {@link #read} sees
 * every row again and gives out its events and its class.
 *
 * <p>An instance serves one import. Whatever it gives out is a function of the file and the settings alone:
 * the same file again gives the same events under the same ids.
 */
public sealed interface Format permits AnnualReport, AzureLlm, Focus, OnlineRetail, Slurp, StructuredLines {
    /** The columns of the CSV; empty when every line is a record by itself. */
    List<Column> columns();

    /** What the amounts of the classification count, such as {@code GBP} or {@code tokens}. */
    String measure();

    /**
     * The first look at a row.
     *
     * @throws RejectedLineException when it is no row of this format
     * @throws InvalidEventException when what it says breaks the contract
     */
    void survey(Row row);

    /**
     * What is said before anything else, once every row was seen: the group, and rates when given.
     *
     * @param known the groups as the ledger has them
     */
    List<CloudEvent> preamble(KnownGroups known);

    /**
     * The second look at a row: its class and, now or later, its events.
     *
     * @throws RejectedLineException when it is no row of this format
     * @throws InvalidEventException when what it says breaks the contract
     */
    void read(Row row, Output output);

    /** The end of the file: whatever was held back comes out. */
    default void finish(Output output) {}
}

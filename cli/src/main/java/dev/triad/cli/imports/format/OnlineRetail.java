package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.Column;
import dev.triad.cli.imports.input.Row;
import dev.triad.cli.imports.input.UnreadableFileException;
import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.SaleRecorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * UCI Online Retail: the invoices of an online shop, one row a line. An invoice becomes one sale, a cancellation
 * one return for each sale that it takes back, the marketplace's fees a cost; what is neither goods nor a fee
 * is classified and not posted. No unit cost is in the data, so none is said.
 */
public final class OnlineRetail implements Format {
    /** How many invoices a file may hold: where each ends is remembered. */
    private static final int INVOICES_MAX = 2_000_000;

    private final Settings settings;
    private final Preamble preamble;
    private final RetailEvents events;

    /** The row on which each invoice ends: its lines may lie apart. */
    private final Map<String, Long> lastLines = new HashMap<>();

    /** The invoices that have lines yet to come. */
    private final Map<String, Invoice> open = new HashMap<>();

    public OnlineRetail(Settings settings) {
        this.settings = settings;
        this.preamble = new Preamble(settings);
        this.events = new RetailEvents(settings.source());
    }

    @Override
    public List<Column> columns() {
        return RetailLine.COLUMNS;
    }

    @Override
    public String measure() {
        return settings.asset().code();
    }

    @Override
    public void survey(Row row) {
        RetailLine line = line(row);
        preamble.see(line.time());
        lastLines.put(line.invoice(), row.line());
        if (lastLines.size() > INVOICES_MAX) {
            throw new UnreadableFileException(
                    "the file holds more than %,d invoices; split it by year".formatted(INVOICES_MAX));
        }
    }

    @Override
    public List<CloudEvent> preamble(KnownGroups known) {
        String unit = settings.source().unit();
        return preamble.declare(known, List.of(new DeclaredUnit(unit, unit, List.of())));
    }

    @Override
    public void read(Row row, Output output) {
        RetailLine line = line(row);
        RetailClass lineClass = RetailClass.of(line);
        output.classify(lineClass.title(), lineClass.becomes(), line.amount());
        if (lineClass == RetailClass.MARKETPLACE_FEE) {
            output.event(events.fee(line));
        } else if (lineClass.posted()) {
            open.computeIfAbsent(line.invoice(), _ -> new Invoice()).add(line, output);
        }
        if (lastLines.getOrDefault(line.invoice(), -1L) == row.line()) {
            Invoice ended = open.remove(line.invoice());
            if (ended != null) {
                ended.close(output);
            }
        }
    }

    @Override
    public void finish(Output output) {
        open.values().forEach(invoice -> invoice.close(output));
        open.clear();
    }

    /** Reads a row and makes sure that what will be posted of it can be posted exactly. */
    private RetailLine line(Row row) {
        RetailLine line = RetailLine.of(row);
        if (RetailClass.of(line).posted()) {
            Numbers.money("Quantity times UnitPrice", line.amount(), settings.asset(), settings.round());
            events.requirePostable(line);
        }
        return line;
    }

    /** Lines of an invoice until they become an event; a long invoice becomes several. */
    private final class Invoice {
        private List<RetailLine> lines = new ArrayList<>();
        private int part;

        void add(RetailLine line, Output output) {
            lines.add(line);
            if (lines.size() == SaleRecorded.LINES_MAX) {
                close(output);
            }
        }

        void close(Output output) {
            if (lines.isEmpty()) {
                return;
            }
            if (RetailClass.of(lines.getFirst()) == RetailClass.RETURN) {
                events.returned(lines, part, output);
            } else {
                output.event(events.sale(lines, part));
            }
            lines = new ArrayList<>();
            part++;
        }
    }
}

package dev.triad.cli.imports.format;

import dev.triad.events.CloudEvent;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.EventIds;
import dev.triad.events.LineKind;
import dev.triad.events.Period;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the events of invoices, and remembers what was sold for what comes back. */
final class RetailEvents {
    static final String POOL = "marketplace-fees";

    private static final String CHANNEL = "web";
    private static final String CATEGORY = "uncategorised";
    private static final String MATCHED = "returns matched to their sale";
    private static final String UNMATCHED = "returns without a sale in the file";

    private final Source source;
    private final NaturalIds ids;
    private final SoldGoods sold = new SoldGoods();

    RetailEvents(Source source) {
        this.source = source;
        this.ids = new NaturalIds(source);
    }

    /** Fails when a line by itself breaks the contract, so that no invoice does later. */
    void requirePostable(RetailLine line) {
        saleLine(line.stockCode(), line.quantity().abs(), line.price());
    }

    /** The sale of an invoice, or of a part of one that has more lines than a sale can hold. */
    CloudEvent sale(List<RetailLine> lines, int part) {
        RetailLine first = lines.getFirst();
        UUID id = EventIds.derived(first.time(), source, "sale", first.invoice(), Integer.toString(part));
        List<SaleLine> saleLines = new ArrayList<>(lines.size());
        for (RetailLine line : lines) {
            saleLines.add(saleLine(line.stockCode(), line.quantity(), line.price()));
            sold.add(id, saleLines.size(), line);
        }
        SaleRecorded sale = new SaleRecorded(CHANNEL, first.customer(), saleLines, null, List.of());
        return new CloudEvent(id, source, first.invoice(), first.time(), sale);
    }

    /** The returns of a cancellation: one for each sale that it takes from, one for what has no sale. */
    void returned(List<RetailLine> lines, int part, Output output) {
        Map<Order, List<ReturnLine>> byOrder = new LinkedHashMap<>();
        for (RetailLine line : lines) {
            for (SoldGoods.Match match : sold.takeBack(line)) {
                note(line, match, output);
                byOrder.computeIfAbsent(new Order(match.sale(), match.order()), _ -> new ArrayList<>())
                        .add(returnLine(line, match));
            }
        }
        byOrder.forEach((order, back) -> {
            for (int from = 0; from < back.size(); from += SaleRecorded.LINES_MAX) {
                List<ReturnLine> some = back.subList(from, Math.min(from + SaleRecorded.LINES_MAX, back.size()));
                output.event(returnOf(lines.getFirst(), order, some, part + "." + from));
            }
        });
    }

    /** A marketplace's fee: a cost of the day it was charged on. */
    CloudEvent fee(RetailLine line) {
        Instant day = line.time().truncatedTo(ChronoUnit.DAYS);
        BigDecimal amount = line.amount().negate();
        return new CloudEvent(
                ids.next(line.time(), "fee", line.invoice(), line.stockCode(), amount.toPlainString()),
                source,
                POOL,
                line.time(),
                new CostIncurred(
                        source.unit(),
                        POOL,
                        CostBehaviour.VARIABLE,
                        amount,
                        List.of(source.unit()),
                        new Period(day, day.plus(Duration.ofDays(1)))));
    }

    private CloudEvent returnOf(RetailLine first, Order order, List<ReturnLine> lines, String part) {
        String sale = Objects.toString(order.sale(), "");
        return new CloudEvent(
                EventIds.derived(first.time(), source, "return", first.invoice(), sale, part),
                source,
                // A return of a known sale follows it into its partition, and so never waits for it.
                Objects.requireNonNullElse(order.invoice(), first.invoice()),
                first.time(),
                new SaleReturned(order.sale(), lines, "cancellation " + first.invoice()));
    }

    private static ReturnLine returnLine(RetailLine line, SoldGoods.Match match) {
        Integer saleLine = match.sale() == null ? null : Integer.valueOf(match.line());
        return new ReturnLine(saleLine, line.stockCode(), match.quantity(), line.price());
    }

    private static void note(RetailLine line, SoldGoods.Match match, Output output) {
        BigDecimal refund = line.price().multiply(match.quantity());
        output.note(match.sale() == null ? UNMATCHED : MATCHED, 1, refund.negate());
    }

    private static SaleLine saleLine(String stockCode, BigDecimal quantity, BigDecimal price) {
        return new SaleLine(stockCode, CATEGORY, LineKind.GOODS, quantity, price, null);
    }

    private record Order(@Nullable UUID sale, @Nullable String invoice) {}
}

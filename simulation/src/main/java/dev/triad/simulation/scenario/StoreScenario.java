package dev.triad.simulation.scenario;

import dev.triad.events.LineKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store unit.
 *
 * @param unit its name in {@code ce_source}
 * @param name what people call it
 * @param business how it earns
 * @param ordersPerDay the mean number of simulated orders a day
 * @param linesPerOrder the mean number of lines of one, 1 to 20
 * @param piecesPerLine the mean number of pieces of a line, 1 to 10,000, such as the clicks that an
 *     advertiser pays for at once; when absent five lines of six are for one piece, and the others for a few
 * @param customers how many customers there are
 * @param dailyShape how orders spread over the day
 * @param returns how much comes back
 * @param streams what it earns besides orders
 * @param cloudUse what it uses of the group's cloud
 * @param operatingCosts what it costs to run
 */
public record StoreScenario(
        String unit,
        String name,
        BusinessModel business,
        Calibrated ordersPerDay,
        Calibrated linesPerOrder,
        @Nullable Calibrated piecesPerLine,
        Calibrated customers,
        DailyShape dailyShape,
        Returns returns,
        List<RevenueStream> streams,
        List<CloudUse> cloudUse,
        List<OperatingCost> operatingCosts) {
    public StoreScenario {
        Check.name("unit", unit);
        Check.text("name", name);
        Check.present("business", business);
        Check.notNegative("ordersPerDay", ordersPerDay);
        Check.within("linesPerOrder", linesPerOrder, "1", "20");
        if (piecesPerLine != null) {
            Check.within("piecesPerLine", piecesPerLine, "1", "10000");
        }
        Check.within("customers", customers, "1", "1000000000");
        Check.present("dailyShape", dailyShape);
        Check.present("returns", returns);
        streams = Check.list("streams", streams, 0);
        cloudUse = Check.list("cloudUse", cloudUse, 0);
        operatingCosts = Check.list("operatingCosts", operatingCosts, 0);
    }

    /**
     * What comes back.
     *
     * @param share the share of orders of which a line is returned
     * @param daysMin the earliest day after the order
     * @param daysMax the latest day after the order
     */
    public record Returns(Calibrated share, Calibrated daysMin, Calibrated daysMax) {
        public Returns {
            Check.share("share", share);
            Check.within("daysMin", daysMin, "1", "365");
            Check.within("daysMax", daysMax, daysMin.value().toPlainString(), "365");
        }
    }

    /**
     * Revenue that comes in by the hour and not by the order, such as memberships.
     *
     * @param sku what is sold
     * @param category a name
     * @param kind decides the revenue account
     * @param perDay the mean revenue a day, in the group's currency
     */
    public record RevenueStream(String sku, String category, LineKind kind, Calibrated perDay) {
        public RevenueStream {
            Check.name("sku", sku);
            Check.name("category", category);
            Check.present("kind", kind);
            Check.notNegative("perDay", perDay);
        }
    }
}

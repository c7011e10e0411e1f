package dev.triad.cli.workload;

import dev.triad.events.CloudEvent;
import dev.triad.events.Source;
import java.time.Instant;

/** The mix: in a hundred events 50 sales, 20 usages by units, 20 by customers outside, 4 costs and 6 returns. */
final class Trade {
    private static final int STORE_SALES = 44;
    private static final int DEVICE_SALES = 50;
    private static final int STORE_USAGE = 60;
    private static final int DEVICE_USAGE = 70;
    private static final int OUTSIDE_USAGE = 90;
    private static final int COSTS = 94;
    private static final int MATCHED_RETURNS = 99;

    private final Chance chance;
    private final Clock clock;
    private final Sales sales;
    private final Returns returns;
    private final CloudBusiness cloud;
    private final Seller store;
    private final Seller device;

    Trade(WorkloadSettings settings, Chance chance, Tally tally, RateCard rates) {
        this.chance = chance;
        this.clock = new Clock(settings, chance);
        this.sales = new Sales(chance, tally);
        this.returns = new Returns(chance, tally);
        this.cloud = new CloudBusiness(new Source(settings.group(), "cloud"), chance, tally, rates);
        this.store = new Seller(new Source(settings.group(), "store"), Catalogue.store(chance), tally);
        this.device = new Seller(new Source(settings.group(), "device"), Catalogue.device(chance), tally);
    }

    /** What happens next, on the books already when it is handed out. */
    CloudEvent next(long record) {
        int draw = chance.between(0, 99);
        Instant time = clock.at(record);
        if (draw < STORE_SALES) {
            return sale(store, time);
        }
        if (draw < DEVICE_SALES) {
            return sale(device, time);
        }
        if (draw < STORE_USAGE) {
            return cloud.internalUsage(store.source(), time);
        }
        if (draw < DEVICE_USAGE) {
            return cloud.internalUsage(device.source(), time);
        }
        if (draw < OUTSIDE_USAGE) {
            return cloud.outsideUsage(time);
        }
        if (draw < COSTS) {
            return cloud.cost(time);
        }
        if (draw < MATCHED_RETURNS && returns.isAnyOpen()) {
            return returns.matched(time);
        }
        return returns.unmatched(store, time);
    }

    private CloudEvent sale(Seller seller, Instant time) {
        Order order = sales.sell(seller, time);
        returns.mayComeBack(order);
        return sales.event(order);
    }
}

package dev.triad.cli.workload;

import dev.triad.events.Attribution;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A sale that was made, kept for as long as something of it may come back.
 *
 * @param subject the order's name
 * @param shares who led to the sale, and by which share
 */
record Order(Seller seller, String subject, UUID id, Instant time, List<Line> lines, List<Share> shares) {
    /** Shares of a sale are counted in quarters, so that a share of whole cents is a whole number of millionths. */
    static final int QUARTERS = 4;

    /** A line sold, and how much of it has come back so far. */
    static final class Line {
        private final Item item;
        private final int quantity;
        private int returned;

        Line(Item item, int quantity) {
            this.item = item;
            this.quantity = quantity;
        }

        Item item() {
            return item;
        }

        int quantity() {
            return quantity;
        }

        int remaining() {
            return quantity - returned;
        }

        void giveBack(int count) {
            returned += count;
        }
    }

    /** A share of the sale's contribution, as the event says it and as the books keep it. */
    record Share(Attribution attribution, int quarters, Tally.Account received, Tally.Account granted) {}

    /** Keeps the books of a change in what the sale contributes. */
    void contribute(Tally tally, long micros) {
        for (Share share : shares) {
            tally.move(share.received(), share.granted(), micros / QUARTERS * share.quarters());
        }
    }
}

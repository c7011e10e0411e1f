package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How an amount came to be, down to the numbers of events and rates. What it comes to is computed by the very
 * functions that post, and {@link EntryBuilder} refuses a derivation that comes to anything else.
 */
public sealed interface Derivation {
    /** What it comes to, in the group's smallest unit. */
    long amount();

    /** What it is, in words, such as {@code price of line 1}. */
    String what();

    /** A number that an event says, rounded once to the smallest unit. */
    record Given(String what, Asset asset, BigDecimal money) implements Derivation {
        @Override
        public long amount() {
            return asset.amount(money);
        }
    }

    /**
     * A price times a quantity, rounded once to the smallest unit.
     *
     * @param unitOfMeasure what the quantity counts
     * @param priceName which price it is
     */
    record Product(
            String what, Asset asset, BigDecimal quantity, String unitOfMeasure, BigDecimal price, String priceName)
            implements Derivation {
        @Override
        public long amount() {
            return asset.amount(price, quantity);
        }
    }

    /**
     * A part of an amount: the amount times part over whole, rounded half-even.
     *
     * @param partName what is divided by what
     */
    record Part(String what, Derivation of, BigDecimal part, BigDecimal whole, String partName) implements Derivation {
        @Override
        public long amount() {
            return Proportion.of(BigDecimal.valueOf(of.amount()), part, whole);
        }
    }

    /**
     * One of equal shares; what does not divide goes to the first ones, a unit each.
     *
     * @param shares how many there are
     * @param index which one it is, from 0
     */
    record Share(String what, Derivation of, int shares, int index) implements Derivation {
        @Override
        public long amount() {
            return SalePosting.share(of.amount(), shares, index);
        }
    }

    /** One amount less another. */
    record Difference(String what, Derivation of, Derivation less) implements Derivation {
        @Override
        public long amount() {
            return Math.subtractExact(of.amount(), less.amount());
        }
    }

    /** Amounts that are derived elsewhere in the entry, or were posted before, added up. */
    record Total(String what, List<Item> items) implements Derivation {
        public Total {
            items = List.copyOf(items);
        }

        /** One of them. */
        public record Item(String what, long amount) {}

        @Override
        public long amount() {
            long sum = 0;
            for (Item item : items) {
                sum = Math.addExact(sum, item.amount());
            }
            return sum;
        }
    }

    /** The same amount, or nothing when it is less than that. */
    record NotBelowZero(String what, Derivation of) implements Derivation {
        @Override
        public long amount() {
            return Math.max(0, of.amount());
        }
    }

    /** Whether the exact number had more decimals than the group's smallest unit, and was rounded half-even. */
    default boolean isRounded() {
        return switch (this) {
            case Given given -> isRounded(given.money(), given.asset());
            case Product product -> isRounded(product.price().multiply(product.quantity()), product.asset());
            case Part part -> {
                BigDecimal dividend = BigDecimal.valueOf(part.of().amount()).multiply(part.part());
                yield dividend.divide(part.whole(), 0, RoundingMode.DOWN)
                                .multiply(part.whole())
                                .compareTo(dividend)
                        != 0;
            }
            case Share share -> share.of().amount() % share.shares() != 0;
            case Difference _, Total _, NotBelowZero _ -> false;
        };
    }

    private static boolean isRounded(BigDecimal exact, Asset asset) {
        return exact.stripTrailingZeros().scale() > asset.scale();
    }
}

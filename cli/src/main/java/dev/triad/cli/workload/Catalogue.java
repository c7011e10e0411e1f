package dev.triad.cli.workload;

import dev.triad.events.LineKind;
import java.util.ArrayList;
import java.util.List;

/** What the units sell; an item that stands in a list more often sells more often. */
final class Catalogue {
    private static final List<String> DEPARTMENTS =
            List.of("books", "household", "grocery", "clothing", "toys", "electronics", "garden", "sports");

    private final Chance chance;
    private final List<Item> items = new ArrayList<>();

    private Catalogue(Chance chance) {
        this.chance = chance;
    }

    /** Mostly goods, a few of them below cost or of unknown cost; digital, memberships, fees and advertising. */
    static List<Item> store(Chance chance) {
        Catalogue store = new Catalogue(chance);
        store.margin(LineKind.GOODS, 1_000, 300, 19_999, 55, 85);
        store.margin(LineKind.GOODS, 20, 300, 1_999, 101, 120);
        store.unknownCost(LineKind.GOODS, 50, 300, 9_999);
        store.margin(LineKind.DIGITAL, 80, 99, 1_999, 60, 80);
        store.unknownCost(LineKind.SERVICE, 30, 500, 1_499);
        store.unknownCost(LineKind.FEE, 30, 20, 2_000);
        store.unknownCost(LineKind.ADVERTISING, 30, 10, 500);
        return List.copyOf(store.items);
    }

    /** Devices on both sides of their cost, skills and other digital goods, subscriptions. */
    static List<Item> device(Chance chance) {
        Catalogue device = new Catalogue(chance);
        device.margin(LineKind.DEVICE, 12, 1_999, 5_999, 105, 125);
        device.margin(LineKind.DEVICE, 8, 5_999, 24_999, 80, 100);
        device.margin(LineKind.DIGITAL, 10, 99, 999, 20, 40);
        device.unknownCost(LineKind.SERVICE, 5, 399, 999);
        return List.copyOf(device.items);
    }

    /** Items whose cost is so many per cent of their price. */
    private void margin(LineKind kind, int count, int centsLeast, int centsMost, int percentLeast, int percentMost) {
        for (int i = 0; i < count; i++) {
            int cents = chance.between(centsLeast, centsMost);
            add(kind, cents, (long) cents * chance.between(percentLeast, percentMost) / 100);
        }
    }

    private void unknownCost(LineKind kind, int count, int centsLeast, int centsMost) {
        for (int i = 0; i < count; i++) {
            add(kind, chance.between(centsLeast, centsMost), -1);
        }
    }

    private void add(LineKind kind, long priceCents, long costCents) {
        String category = kind == LineKind.GOODS ? chance.oneOf(DEPARTMENTS) : kind.code() + "s";
        items.add(Item.of("%s-%04d".formatted(kind.code(), items.size()), category, kind, priceCents, costCents));
    }
}

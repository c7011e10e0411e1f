package dev.triad.ledger.posting;

import dev.triad.events.Asset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A step of a computation as people do it on paper.
 *
 * @param words the step in words and numbers
 * @param operation what is done with the operands
 * @param operands in the order that the operation says, amounts in the group's currency
 * @param result in the group's currency
 * @param rounded whether the exact result was rounded, half-even, to the smallest unit
 */
public record Step(String words, Operation operation, List<BigDecimal> operands, BigDecimal result, boolean rounded) {
    /** What is done in a step. */
    public enum Operation {
        /** One number is taken as the event says it. */
        GIVEN("given"),
        /** Quantity times price. */
        PRODUCT("product"),
        /** Amount times part over whole. */
        PART("part"),
        /** Amount over the number of shares; of what does not divide, the first shares get a unit each. */
        SHARE("share"),
        /** The first less the second. */
        DIFFERENCE("difference"),
        /** All of them added up. */
        TOTAL("total"),
        /** The number, or zero when it is less. */
        NOT_BELOW_ZERO("not-below-zero");

        private final String code;

        Operation(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Step {
        operands = List.copyOf(operands);
    }

    /** The steps that lead to what a derivation comes to, which the last one results in. */
    public static List<Step> of(Derivation derivation, Asset asset) {
        Set<Step> steps = new LinkedHashSet<>();
        collect(derivation, asset, steps);
        return List.copyOf(steps);
    }

    private static void collect(Derivation derivation, Asset asset, Set<Step> steps) {
        switch (derivation) {
            case Derivation.Given _, Derivation.Product _, Derivation.Total _ -> {}
            case Derivation.Part part -> collect(part.of(), asset, steps);
            case Derivation.Share share -> collect(share.of(), asset, steps);
            case Derivation.NotBelowZero floor -> collect(floor.of(), asset, steps);
            case Derivation.Difference difference -> {
                collect(difference.of(), asset, steps);
                collect(difference.less(), asset, steps);
            }
        }
        steps.add(step(derivation, asset));
    }

    private static Step step(Derivation derivation, Asset asset) {
        List<BigDecimal> operands = operands(derivation, asset);
        BigDecimal result = money(derivation.amount(), asset);
        String words = derivation.what() + ": " + words(derivation, operands, asset) + result.toPlainString()
                + (derivation.isRounded() ? ", rounded half-even" : "");
        return new Step(words, operation(derivation), operands, result, derivation.isRounded());
    }

    private static Operation operation(Derivation derivation) {
        return switch (derivation) {
            case Derivation.Given _ -> Operation.GIVEN;
            case Derivation.Product _ -> Operation.PRODUCT;
            case Derivation.Part _ -> Operation.PART;
            case Derivation.Share _ -> Operation.SHARE;
            case Derivation.Difference _ -> Operation.DIFFERENCE;
            case Derivation.Total _ -> Operation.TOTAL;
            case Derivation.NotBelowZero _ -> Operation.NOT_BELOW_ZERO;
        };
    }

    private static List<BigDecimal> operands(Derivation derivation, Asset asset) {
        return switch (derivation) {
            case Derivation.Given given -> List.of(given.money());
            case Derivation.Product product -> List.of(product.quantity(), product.price());
            case Derivation.Part part -> List.of(money(part.of().amount(), asset), part.part(), part.whole());
            case Derivation.Share share ->
                List.of(
                        money(share.of().amount(), asset),
                        BigDecimal.valueOf(share.shares()),
                        BigDecimal.valueOf(share.index()));
            case Derivation.Difference difference ->
                List.of(
                        money(difference.of().amount(), asset),
                        money(difference.less().amount(), asset));
            case Derivation.Total total -> {
                List<BigDecimal> items = new ArrayList<>();
                total.items().forEach(item -> items.add(money(item.amount(), asset)));
                yield items;
            }
            case Derivation.NotBelowZero floor -> List.of(money(floor.of().amount(), asset));
        };
    }

    private static String words(Derivation derivation, List<BigDecimal> operands, Asset asset) {
        return switch (derivation) {
            case Derivation.Given _ -> operands.getFirst().toPlainString() + " " + asset.code() + " = ";
            case Derivation.Product product ->
                "%s %s × %s %s/%s (%s) = "
                        .formatted(
                                product.quantity().toPlainString(),
                                product.unitOfMeasure(),
                                product.price().toPlainString(),
                                asset.code(),
                                product.unitOfMeasure(),
                                product.priceName());
            case Derivation.Part part ->
                "%s (%s) × %s (%s) = "
                        .formatted(
                                part.whole().compareTo(BigDecimal.ONE) == 0
                                        ? part.part().toPlainString()
                                        : part.part().toPlainString() + " of "
                                                + part.whole().toPlainString(),
                                part.partName(),
                                operands.getFirst().toPlainString(),
                                part.of().what());
            case Derivation.Share share ->
                "share %d of %d of %s (%s) = "
                        .formatted(
                                share.index() + 1,
                                share.shares(),
                                operands.getFirst().toPlainString(),
                                share.of().what());
            case Derivation.Difference difference ->
                "%s (%s) − %s (%s) = "
                        .formatted(
                                operands.getFirst().toPlainString(),
                                difference.of().what(),
                                operands.getLast().toPlainString(),
                                difference.less().what());
            case Derivation.Total total ->
                IntStream.range(0, operands.size())
                        .mapToObj(i -> "%s (%s)"
                                .formatted(
                                        operands.get(i).toPlainString(),
                                        total.items().get(i).what()))
                        .collect(Collectors.joining(" + ", "", " = "));
            case Derivation.NotBelowZero floor ->
                "%s (%s), not below zero = "
                        .formatted(
                                operands.getFirst().toPlainString(), floor.of().what());
        };
    }

    private static BigDecimal money(long amount, Asset asset) {
        return BigDecimal.valueOf(amount, asset.scale());
    }
}

package dev.triad.cli.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.cli.imports.format.SoldGoods.Match;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoldGoodsTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private final SoldGoods sold = new SoldGoods();

    @Test
    void theNewestSaleGivesBackFirst() {
        sold.add(FIRST, 1, line("1", "anna", 5, "2.00", 10));
        sold.add(SECOND, 1, line("2", "anna", 5, "2.00", 20));

        assertThat(sold.takeBack(line("C3", "anna", -7, "2.00", 30)))
                .containsExactly(match(SECOND, "2", 5), match(FIRST, "1", 2));
    }

    @Test
    void aSaleAfterTheReturnGivesNothingBackWhereverItStandsInTheFile() {
        sold.add(SECOND, 1, line("2", "anna", 5, "2.00", 40));
        sold.add(FIRST, 1, line("1", "anna", 5, "2.00", 10));

        assertThat(sold.takeBack(line("C3", "anna", -3, "2.00", 30))).containsExactly(match(FIRST, "1", 3));
    }

    @Test
    void aSaleAtALowerPriceThanIsRefundedGivesNothingBack() {
        sold.add(FIRST, 1, line("1", "anna", 5, "2.50", 10));
        sold.add(SECOND, 1, line("2", "anna", 5, "2.00", 20));

        assertThat(sold.takeBack(line("C3", "anna", -3, "2.40", 30))).containsExactly(match(FIRST, "1", 3));
    }

    @Test
    void anotherCustomersOrNobodysSaleGivesNothingBack() {
        sold.add(FIRST, 1, line("1", "anna", 5, "2.00", 10));
        sold.add(SECOND, 1, line("2", null, 5, "2.00", 20));

        assertThat(sold.takeBack(line("C3", "bert", -1, "2.00", 30))).containsExactly(none(1));
        assertThat(sold.takeBack(line("C4", null, -1, "2.00", 30))).containsExactly(none(1));
    }

    @Test
    void whatCameBackCannotComeBackAgain() {
        sold.add(FIRST, 1, line("1", "anna", 2, "2.00", 10));

        assertThat(sold.takeBack(line("C2", "anna", -2, "2.00", 20))).containsExactly(match(FIRST, "1", 2));
        assertThat(sold.takeBack(line("C3", "anna", -2, "2.00", 30))).containsExactly(none(2));
    }

    @Property
    void noSaleGivesBackMoreThanItSoldAndNothingIsDropped(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 9) Integer> sales,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 9) Integer> returns) {
        SoldGoods goods = new SoldGoods();
        Map<@Nullable UUID, BigDecimal> back = new HashMap<>();
        for (int i = 0; i < sales.size(); i++) {
            goods.add(new UUID(0, i), 1, line("" + i, "anna", sales.get(i), "1.00", i));
        }
        List<Match> matches = new ArrayList<>();
        returns.forEach(quantity -> matches.addAll(goods.takeBack(line("C", "anna", -quantity, "1.00", 100))));

        matches.forEach(match -> back.merge(match.sale(), match.quantity(), BigDecimal::add));
        for (int i = 0; i < sales.size(); i++) {
            assertThat(back.getOrDefault(new UUID(0, i), BigDecimal.ZERO))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(sales.get(i)));
        }
        assertThat(back.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(
                        returns.stream().mapToInt(Integer::intValue).sum()));
    }

    private static Match match(UUID sale, String order, int quantity) {
        return new Match(sale, order, 1, BigDecimal.valueOf(quantity));
    }

    private static Match none(int quantity) {
        return new Match(null, null, 0, BigDecimal.valueOf(quantity));
    }

    private static RetailLine line(String invoice, @Nullable String customer, int quantity, String price, long second) {
        return new RetailLine(
                invoice,
                "10001",
                BigDecimal.valueOf(quantity),
                Instant.ofEpochSecond(second),
                new BigDecimal(price),
                customer);
    }
}

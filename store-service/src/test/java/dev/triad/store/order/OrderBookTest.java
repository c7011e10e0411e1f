package dev.triad.store.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventIds;
import dev.triad.events.LineKind;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.signature.EventReader;
import dev.triad.signature.Producers;
import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.simulation.scenario.Scenarios;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private static final Source STORE = new Source("amazon", "store");
    private static final Instant TIME = Instant.parse("2026-01-01T10:00:00Z");

    private final OrderBook book = new OrderBook(
            new EventReader(Producers.NONE),
            new Scenarios(List.of(new ScenarioLoader(Optional.empty()).load("amazon"))));

    @Test
    void whatComesBackIsTakenOffWhatWasSold() {
        book.recorded(sale("a", "5"));

        assertThat(book.admits(returned("a", "r1", "3"))).isTrue();
        assertThat(remaining("a")).isEqualTo("2");
        assertThat(book.admits(returned("a", "r2", "3"))).isFalse();
        assertThat(book.admits(returned("a", "r3", "2"))).isTrue();
        assertThat(remaining("a")).isEqualTo("0");
    }

    @Test
    void aReturnCountsOnceHoweverOftenItIsTold() {
        book.recorded(sale("a", "5"));

        book.recorded(returned("a", "r1", "3"));
        book.recorded(returned("a", "r1", "3"));

        assertThat(book.admits(returned("a", "r1", "3"))).isTrue();
        assertThat(remaining("a")).isEqualTo("2");
    }

    @Test
    void aReturnThatDidNotComeAboutIsLetGo() {
        book.recorded(sale("a", "5"));
        book.admits(returned("a", "r1", "5"));

        book.forget(returned("a", "r1", "5"));

        assertThat(remaining("a")).isEqualTo("5");
    }

    @Test
    void anOrderToldAgainKeepsItsReturns() {
        book.recorded(sale("a", "5"));
        book.recorded(returned("a", "r1", "3"));

        book.recorded(sale("a", "5"));

        assertThat(remaining("a")).isEqualTo("2");
    }

    @Test
    void theOldestOrdersAreForgottenFirst() {
        for (int i = 0; i <= OrderBook.ORDERS_MAX; i++) {
            book.recorded(sale("order-" + i, "1"));
        }

        assertThat(book.look(STORE, "order-0", Order::event)).isEmpty();
        assertThat(book.look(STORE, "order-1", Order::event)).isPresent();
        assertThat(book.look(STORE, "order-" + OrderBook.ORDERS_MAX, Order::event))
                .isPresent();
    }

    private BigDecimal remaining(String order) {
        return book.look(STORE, order, found -> found.remaining(1)).orElseThrow();
    }

    private static CloudEvent sale(String order, String quantity) {
        SaleLine line = new SaleLine(
                "tea", "grocery", LineKind.GOODS, new BigDecimal(quantity), BigDecimal.TEN, BigDecimal.ONE);
        return new CloudEvent(
                EventIds.derived(TIME, STORE, order),
                STORE,
                order,
                TIME,
                new SaleRecorded("web", null, List.of(line), null, List.of()));
    }

    private static CloudEvent returned(String order, String id, String quantity) {
        ReturnLine line = new ReturnLine(1, "tea", new BigDecimal(quantity), null);
        return new CloudEvent(
                EventIds.derived(TIME, STORE, id),
                STORE,
                order,
                TIME,
                new SaleReturned(EventIds.derived(TIME, STORE, order), List.of(line), null));
    }
}

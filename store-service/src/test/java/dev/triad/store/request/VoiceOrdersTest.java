package dev.triad.store.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventIds;
import dev.triad.events.OrderRequested;
import dev.triad.events.RequestLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.store.sale.Till;
import dev.triad.store.sale.UnknownSkuException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoiceOrdersTest {
    private static final Source STORE = new Source("amazon", "store");
    private static final Source DEVICE = new Source("amazon", "device");
    private static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final Attribution ECHO = new Attribution("device", "echo", "2026-w05", new BigDecimal("0.5"));

    private final Scenario amazon = new ScenarioLoader(Optional.empty()).load("amazon");
    private final Till till = new Till(Objects.requireNonNull(amazon.store()).business());

    @Test
    void aRequestBecomesOneSaleHoweverOftenItIsRead() {
        CloudEvent request = request("coffee");

        CloudEvent sale = sale(request);

        assertThat(sale(request)).isEqualTo(sale);
        assertThat(sale.id()).isNotEqualTo(request.id());
        assertThat(sale.id().version()).isEqualTo(7);
    }

    @Test
    void keepsSubjectTimeChannelAndAttribution() {
        CloudEvent sale = sale(request("coffee"));

        assertThat(sale.source()).isEqualTo(STORE);
        assertThat(sale.subject()).isEqualTo("voice-1");
        assertThat(sale.time()).isEqualTo(TIME);
        SaleRecorded data = (SaleRecorded) sale.data();
        assertThat(data.channel()).isEqualTo("voice");
        assertThat(data.attribution()).containsExactly(ECHO);
        assertThat(data.lines().getFirst().unitPrice()).isEqualByComparingTo("16.75");
    }

    @Test
    void whatTheStoreDoesNotHaveIsNoSale() {
        assertThatThrownBy(() -> sale(request("moon"))).isInstanceOf(UnknownSkuException.class);
    }

    private CloudEvent sale(CloudEvent request) {
        return VoiceOrders.sale(STORE, till, request, (OrderRequested) request.data());
    }

    private static CloudEvent request(String sku) {
        OrderRequested data =
                new OrderRequested("voice", null, List.of(new RequestLine(sku, BigDecimal.ONE)), List.of(ECHO));
        return new CloudEvent(EventIds.derived(TIME, DEVICE, "voice-1"), DEVICE, "voice-1", TIME, data);
    }
}

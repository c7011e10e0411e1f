package dev.triad.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.CloudEvent;
import dev.triad.events.CostIncurred;
import dev.triad.events.EventCodec;
import dev.triad.events.LineKind;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.UsageRecorded;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.engine.TickResult;
import dev.triad.simulation.scenario.BusinessModel;
import dev.triad.simulation.scenario.Calibrated;
import dev.triad.simulation.scenario.CatalogueItem;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.ScenarioLoader;
import dev.triad.simulation.scenario.StoreScenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreModelTest {
    private static final int HOURS = 40 * 24;
    private static final Scenario AMAZON = new ScenarioLoader(Optional.empty()).load("amazon");
    private static final StoreScenario STORE = Objects.requireNonNull(AMAZON.store());
    private static final StoreModel MODEL = new StoreModel(AMAZON, STORE);
    private static final List<CloudEvent> EVENTS = events(begin(1), HOURS);

    @Test
    void theSameSeedSaysTheSameUnderTheSameIds() {
        assertThat(events(begin(1), HOURS)).isEqualTo(EVENTS);
        assertThat(EVENTS).extracting(CloudEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void anotherSeedSaysSomethingElse() {
        List<UUID> ids = EVENTS.stream().map(CloudEvent::id).toList();
        assertThat(events(begin(2), 48)).extracting(CloudEvent::id).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void goesOnFromACheckpointAsIfNothingHadHappened() throws JsonProcessingException {
        ObjectMapper json = EventCodec.mapper();
        Checkpoint<StoreState> middle = run(begin(1), HOURS / 2, new ArrayList<>());
        assertThat(middle.state().returns()).isNotEmpty();

        Checkpoint<StoreState> restored = json.readValue(
                json.writeValueAsString(middle),
                json.getTypeFactory().constructParametricType(Checkpoint.class, StoreState.class));

        List<CloudEvent> later = events(restored, HOURS / 2);
        assertThat(later).isEqualTo(EVENTS.subList(EVENTS.size() - later.size(), EVENTS.size()));
    }

    @Test
    void tradesAsTheScenarioSays() {
        long orders = sales().filter(sale -> sale.customer() != null).count();

        assertThat(orders / 40.0).isBetween(285.0, 315.0);
        assertThat(sales().flatMap(sale -> sale.lines().stream()))
                .extracting(line -> line.kind())
                .contains(LineKind.GOODS, LineKind.SERVICE, LineKind.ADVERTISING);
        assertThat(of(CostIncurred.class)).hasSize(40);
        assertThat(of(UsageRecorded.class)).hasSize(3 * HOURS).allSatisfy(usage -> {
            assertThat(usage.provider()).isEqualTo("cloud");
            assertThat(usage.consumer()).isEqualTo("store");
            assertThat(usage.charge()).isNull();
        });
    }

    @Test
    void itsUseOfTheCloudFollowsItsOrders() {
        assertThat(computeAt(20)).isGreaterThan(computeAt(4).multiply(new BigDecimal("1.5")));
    }

    @Test
    void onlyWhatWasSoldComesBackAndNeverMore() {
        Map<UUID, SaleRecorded> sold = new HashMap<>();
        List<SaleReturned> returns = of(SaleReturned.class);
        for (CloudEvent event : EVENTS) {
            if (event.data() instanceof SaleRecorded sale) {
                sold.put(event.id(), sale);
            }
            if (event.data() instanceof SaleReturned returned) {
                SaleRecorded sale = sold.get(returned.sale());
                assertThat(sale).as("a return comes after its sale").isNotNull();
                ReturnLine line = returned.lines().getFirst();
                var soldLine = Objects.requireNonNull(sale).lines().get(Objects.requireNonNull(line.line()) - 1);
                assertThat(line.sku()).isEqualTo(soldLine.sku());
                assertThat(line.quantity()).isLessThanOrEqualTo(soldLine.quantity());
            }
        }
        assertThat(returns).extracting(SaleReturned::sale).doesNotHaveDuplicates();
        assertThat(returns).hasSizeBetween(300, 800);
    }

    @Test
    void aRateOfZeroIsAStoreWithoutCustomersButNotWithoutItsCloud() {
        Checkpoint<StoreState> quiet = Engine.begin(MODEL, new Settings(BigDecimal.ZERO, 600, false, 1));
        assertThat(events(quiet, 24))
                .extracting(event -> event.data().getClass().getSimpleName())
                .containsOnly("UsageRecorded", "CostIncurred");
    }

    static Stream<Arguments> businesses() {
        List<CatalogueItem> catalogue = STORE.business().catalogue();
        return Stream.of(
                Arguments.of(
                        new BusinessModel.Marketplace(catalogue, Calibrated.assumed("0.13", "for the test")),
                        LineKind.FEE),
                Arguments.of(new BusinessModel.Advertising(catalogue), LineKind.ADVERTISING));
    }

    @ParameterizedTest
    @MethodSource("businesses")
    void otherBusinessesTradeByTheSameModel(BusinessModel business, LineKind kind) {
        StoreScenario store = new StoreScenario(
                "market",
                "Market",
                business,
                STORE.ordersPerDay(),
                STORE.linesPerOrder(),
                STORE.piecesPerLine(),
                STORE.customers(),
                STORE.dailyShape(),
                STORE.returns(),
                List.of(),
                STORE.cloudUse(),
                List.of());
        StoreModel model = new StoreModel(AMAZON, store);

        TickResult<StoreState> hour =
                Engine.run(model, Engine.begin(model, new Settings(BigDecimal.TEN, 600, false, 1)));

        assertThat(hour.events())
                .filteredOn(event -> event.data() instanceof SaleRecorded)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(((SaleRecorded) event.data()).lines())
                        .extracting(line -> line.kind())
                        .containsOnly(kind));
    }

    private static BigDecimal computeAt(int hour) {
        return EVENTS.stream()
                .filter(event -> event.time().toString().contains("T" + hour / 10 + hour % 10 + ":"))
                .filter(event -> event.data() instanceof UsageRecorded usage
                        && usage.resource().equals("compute"))
                .map(event -> ((UsageRecorded) event.data()).quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<SaleRecorded> sales() {
        return of(SaleRecorded.class).stream();
    }

    private static <T> List<T> of(Class<T> type) {
        return EVENTS.stream()
                .map(CloudEvent::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Checkpoint<StoreState> begin(long seed) {
        return Engine.begin(MODEL, new Settings(BigDecimal.ONE, 600, false, seed));
    }

    private static List<CloudEvent> events(Checkpoint<StoreState> from, int hours) {
        List<CloudEvent> events = new ArrayList<>();
        run(from, hours, events);
        return events;
    }

    private static Checkpoint<StoreState> run(Checkpoint<StoreState> from, int hours, List<CloudEvent> events) {
        Checkpoint<StoreState> here = from;
        for (int hour = 0; hour < hours; hour++) {
            TickResult<StoreState> result = Engine.run(MODEL, here);
            events.addAll(result.events());
            here = here.after(result);
        }
        return here;
    }
}

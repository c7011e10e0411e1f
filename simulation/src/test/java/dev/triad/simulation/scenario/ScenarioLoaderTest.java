package dev.triad.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.DeclaredUnit;
import dev.triad.events.TransferPriceMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioLoaderTest {
    private final ScenarioLoader loader = new ScenarioLoader(Optional.empty());

    @Test
    void readsTheAmazonGroup() {
        Scenario amazon = loader.load("amazon");

        assertThat(amazon.asset()).hasToString("USD/9");
        assertThat(amazon.transferPrice().method()).isEqualTo(TransferPriceMethod.FULL_COST);
        assertThat(amazon.transferPrice().assumption()).isNotBlank();
        assertThat(amazon.internalTenants()).containsExactly("store", "device");
        assertThat(amazon.declaration().units())
                .extracting(DeclaredUnit::unit)
                .containsExactly("store", "cloud", "device");
        assertThat(amazon.declaration().units().getLast().storefrontFor()).containsExactly("store");
        assertThat(amazon.history().days()).isEqualTo(90);
    }

    @Test
    void aGroupNeedsNeitherCustomersOutsideNorDevices() {
        Scenario bazaar = loader.load("bazaar");

        assertThat(bazaar.internalTenants()).containsExactly("market");
        assertThat(bazaar.cloud().tenantNames()).isEmpty();
        assertThat(bazaar.store())
                .isNotNull()
                .satisfies(store -> assertThat(store.business()).isInstanceOf(BusinessModel.Marketplace.class));
        assertThat(bazaar.declaration().units()).extracting(DeclaredUnit::unit).containsExactly("market", "backend");
    }

    static Stream<Arguments> companies() {
        return Stream.of(
                Arguments.of("amazon", List.of("store", "cloud", "device"), List.of("store", "device"), 20),
                Arguments.of("ebay", List.of("market", "backend"), List.of("market"), 0),
                Arguments.of("google", List.of("search", "cloud", "device"), List.of("search", "device"), 8),
                Arguments.of("microsoft", List.of("cloud"), List.of(), 12));
    }

    @ParameterizedTest
    @MethodSource("companies")
    void eachCompanyHasTheUnitsAndTheCustomersThatAreMeant(
            String group, List<String> units, List<String> internal, int tenants) {
        Scenario company = loader.load(group);

        assertThat(company.declaration().units()).extracting(DeclaredUnit::unit).isEqualTo(units);
        assertThat(company.internalTenants()).isEqualTo(internal);
        assertThat(company.cloud().tenantNames()).hasSize(tenants);
    }

    @Test
    void eachCompanyEarnsInItsOwnWay() {
        assertThat(business("amazon")).isInstanceOf(BusinessModel.Retail.class);
        assertThat(business("ebay")).isInstanceOf(BusinessModel.Marketplace.class);
        assertThat(business("google")).isInstanceOf(BusinessModel.Advertising.class);
        assertThat(loader.load("microsoft").store()).isNull();
    }

    @Test
    void onlyAmazonsDevicesTakeOrdersAndAreAStorefront() {
        DeviceScenario amazon = Objects.requireNonNull(loader.load("amazon").device());
        DeviceScenario google = Objects.requireNonNull(loader.load("google").device());

        assertThat(amazon.voice().ordering()).isNotNull();
        assertThat(amazon.storefrontFor()).containsExactly("store");
        assertThat(google.voice().ordering()).isNull();
        assertThat(google.storefrontFor()).isEmpty();
    }

    @Test
    void noGroupRunsTwice() {
        Scenario amazon = loader.load("amazon");

        assertThatThrownBy(() -> new Scenarios(List.of(amazon, loader.load("ebay"), amazon)))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("triad.scenarios names amazon twice");
    }

    @Test
    void aFileInTheFolderGoesBeforeOneThatComesAlong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("amazon.yaml"), amazon().replace("name: Amazon", "name: My own"));

        Scenario own = new ScenarioLoader(Optional.of(folder)).load("amazon");

        assertThat(own.name()).isEqualTo("My own");
    }

    @Test
    void saysWhichGroupsScenarioIsMissing() {
        assertThatThrownBy(() -> loader.load("nobody"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("there is no scenario nobody.yaml; put one into triad.scenario-folder");
        assertThatThrownBy(() -> loader.load("../amazon")).hasMessageContaining("no group's name");
    }

    @Test
    void theFileIsCalledAsTheGroup(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), amazon());

        assertThatThrownBy(() -> new ScenarioLoader(Optional.of(folder)).load("mine"))
                .hasMessage("mine.yaml: group must be mine, as the file is called");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("seed: 20260101", "sead: 20260101", "seed"),
                Arguments.of("    value: 300\n", "", "store.ordersPerDay: value is missing"),
                Arguments.of("    value: 0.3704\n", "    value: 1.5\n", "operatingMargin is 1.5; it must be 0 to 0.99"),
                Arguments.of("name: Amazon", "name: Amazon\nnickname: A", "nickname"),
                Arguments.of("model: retail", "model: barter", "store.business"),
                Arguments.of("sku: cookbook", "sku: paperback", "catalogue names paperback twice"),
                Arguments.of("storefrontFor: [store]", "storefrontFor: [bank]", "device.storefrontFor names bank"),
                Arguments.of(
                        "    - resource: compute\n      perHour: {value: 150",
                        "    - resource: steam\n      perHour: {value: 150",
                        "steam is no resource of the cloud"),
                Arguments.of(
                        "start: 2026-01-01T00:00:00Z", "start: 2026-01-01T09:00:00Z", "start must be midnight UTC"),
                Arguments.of("asset: USD/9", "asset: USD/13", "asset must be a currency and a scale"),
                Arguments.of("progressRatio: {value: 0.85", "progressRatio: {value: 1.85", "lies outside its range"),
                Arguments.of(
                        "users: [external, store, device]",
                        "users: [external, shop]",
                        "cloud.resources: compute names shop among its users; it must be one of [device, external, store]"),
                Arguments.of(
                        "  linesPerOrder:",
                        "  piecesPerLine: {value: 0, assumption: none}\n  linesPerOrder:",
                        "store: piecesPerLine is 0; it must be 1 to 10000"),
                Arguments.of("name: Amazon", "name: @Amazon", "is not YAML that can be read, line"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhereAFileIsBrokenAndHow(String right, String wrong, String complaint) throws IOException {
        String yaml = amazon();
        assertThat(yaml).contains(right);

        assertBroken(yaml.replaceFirst(Pattern.quote(right), wrong), complaint);
    }

    @Test
    void demandOfCustomersOutsideNeedsCustomers() throws IOException {
        assertBroken(
                yaml("ebay").replaceFirst("tenantsPerDay: \\{value: 0", "tenantsPerDay: {value: 5"),
                "cloud: tenants are missing, though tenantsPerDay of compute is above zero");
    }

    @Test
    void customersOutsideUseSomething() throws IOException {
        assertBroken(
                yaml("microsoft").replaceAll("tenantsPerDay: \\{.*\\}", "tenantsPerDay: {value: 0, assumption: none}"),
                "cloud: tenants use nothing: tenantsPerDay of every resource is zero");
    }

    @Test
    void aCloudHasSomebodyWhoUsesIt() throws IOException {
        assertBroken(
                without(yaml("ebay"), "store:", "cloud:"),
                "nobody uses the cloud: there is no store, no device and no cloud.tenants");
    }

    @Test
    void whereThereIsNoStoreNothingIsOrderedByVoice() throws IOException {
        assertBroken(
                without(amazon(), "store:", "cloud:"),
                "device.voice.ordering is given, but the group has no store to order from");
    }

    private static void assertBroken(String yaml, String complaint) {
        byte[] broken = yaml.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ScenarioLoader.parse("broken.yaml", new ByteArrayInputStream(broken)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("broken.yaml")
                .hasMessageContaining(complaint);
    }

    /** A scenario without one of its sections. */
    private static String without(String yaml, String section, String next) {
        int from = yaml.indexOf("\n" + section);
        int to = yaml.indexOf("\n" + next);
        assertThat(from).isPositive().isLessThan(to);
        return yaml.substring(0, from) + yaml.substring(to);
    }

    private BusinessModel business(String group) {
        return Objects.requireNonNull(loader.load(group).store()).business();
    }

    private static String amazon() throws IOException {
        return yaml("amazon");
    }

    private static String yaml(String group) throws IOException {
        try (InputStream stream = ScenarioLoaderTest.class.getResourceAsStream("/scenarios/" + group + ".yaml")) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

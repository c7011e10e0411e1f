package dev.triad.cli.deploy;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.cli.Home;
import dev.triad.rights.LogUser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two compose files, laid over one another as Compose does it. */
class SecureComposeTest {
    private static final String ISSUER = "MP_JWT_VERIFY_ISSUER";

    /** A place below one of the folders that hold passwords and keys. */
    private static final Pattern SECRET = Pattern.compile("/(password|logins|secrets|signing)/[a-z./-]+");

    /** Whose secrets a service mounts; the copies of the ledger share its name at the log. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("kafka", "kafka"),
            Map.entry("topics", "administrator"),
            Map.entry("rights", "administrator"),
            Map.entry("signed", "administrator"),
            Map.entry("store", "store-service"),
            Map.entry("cloud", "cloud-service"),
            Map.entry("device", "device-service"),
            Map.entry("ledger", "ledger-service"),
            Map.entry("ledger-2", "ledger-service"),
            Map.entry("ledger-3", "ledger-service"),
            Map.entry("prometheus", "prometheus"),
            Map.entry("verify", "verify"));

    static List<ComposeService> services() throws IOException {
        return ComposeService.secured();
    }

    /** What speaks HTTP to people and programs. */
    static Stream<ComposeService> answering() throws IOException {
        return services().stream()
                .filter(service ->
                        service.settings().at("/environment/" + ISSUER).isTextual());
    }

    /** What the second file adds is held to what holds for all. */
    static Stream<ComposeService> added() throws IOException {
        Set<String> before = Set.copyOf(
                ComposeService.all().stream().map(ComposeService::name).toList());
        return services().stream().filter(service -> !before.contains(service.name()));
    }

    @ParameterizedTest
    @MethodSource("added")
    void whatIsAddedIsAsUnprivilegedAsAllElse(ComposeService service) {
        ComposeFileTest all = new ComposeFileTest();

        all.aServiceIsNotRootAndCanWriteNothingButItsVolumes(service);
        all.aServiceHasALimitOfMemoryProcessesAndLog(service);
        all.anImageIsPinnedToAVersion(service);
        assertThat(service.isOneShot()).isTrue();
        assertThat(service.texts("ports")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceMountsItsOwnSecretsAloneAndCannotChangeThem(ComposeService service) {
        List<String> mounted = service.texts("volumes")
                .filter(volume -> volume.startsWith("secrets-"))
                .toList();
        if (!service.name().equals("secrets")) {
            String own = OWN.get(service.name());
            assertThat(mounted).isEqualTo(own == null ? List.of() : List.of("secrets-" + own + ":/secrets:ro"));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceNamesNoSecretThatItDoesNotMount(ComposeService service) {
        Set<String> folders =
                service.texts("volumes").map(volume -> volume.split(":")[1]).collect(toSet());

        assertThat(SECRET.matcher(service.settings().toString()).results().map(MatchResult::group))
                .allMatch(named -> folders.stream().anyMatch(named::startsWith));
    }

    @Test
    void theLocalIssuersKeyIsMountedByWhoeverAsksForTokens() throws IOException {
        Set<String> mounting = ComposeService.file("deploy/local-issuer.yml")
                .path("services")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(toSet());

        assertThat(mounting).isEqualTo(answering().map(ComposeService::name).collect(toSet()));
    }

    @Test
    void whoMakesTheSecretsIsOnNoNetworkAndKnowsEveryUserOfTheLog() throws IOException {
        ComposeService secrets = named("secrets");
        List<String> users =
                Arrays.stream(LogUser.values()).map(LogUser::userName).toList();

        assertThat(secrets.settings().path("network_mode").asText()).isEqualTo("none");
        assertThat(secrets.texts("volumes"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("authority", "kafka", "administrator", "prometheus"), users.stream())
                                .map(owner -> "secrets-%s:/secrets/%s".formatted(owner, owner))
                                .toList());
    }

    @Test
    void noListenerOfTheBrokerIsWithoutTlsAndNoneThatAsksForNothingIsPublished() throws IOException {
        JsonNode broker = named("kafka").settings();
        Map<String, String> protocols = pairs(broker, "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", ":");
        Map<String, String> listeners = pairs(broker, "KAFKA_LISTENERS", "://");

        assertThat(listeners.keySet()).isEqualTo(protocols.keySet());
        protocols.forEach((listener, protocol) -> {
            String certificate = broker.at("/environment/KAFKA_LISTENER_NAME_%s_SSL_CLIENT_AUTH".formatted(listener))
                    .asText();
            assertThat(protocol.equals("SASL_SSL") || protocol.equals("SSL") && certificate.equals("required"))
                    .as(listener)
                    .isTrue();
        });
        assertThat(named("kafka").texts("ports"))
                .containsExactly("127.0.0.1:${TRIAD_PORT_KAFKA:-9092}" + listeners.get("OUTSIDE"));
        assertThat(protocols).containsEntry("OUTSIDE", "SASL_SSL");
    }

    @Test
    void theSecondFilePublishesNoPortOfItsOwn() throws IOException {
        assertThat(ComposeService.file("deploy/secure.yml").findValues("ports")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answering")
    void theOnePortThatAServicePublishesIsThatOfHttps(ComposeService service) {
        JsonNode environment = service.settings().path("environment");

        assertThat(service.texts("ports"))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(port -> port.endsWith(
                        ":" + environment.path("QUARKUS_HTTP_SSL_PORT").asText()));
        assertThat(environment.path("QUARKUS_CONFIG_LOCATIONS").asText().split(","))
                .contains("/secrets/service.properties");
        assertThat(environment.path("TRIAD_ACCESS_ENABLED").asText()).isEqualTo("true");
        assertThat(environment.properties().stream()
                        .map(variable -> variable.getValue().asText())
                        .filter(value -> value.startsWith("http://")))
                .allMatch(value -> value.equals("http://otel-collector:4317"));
    }

    @Test
    void everyServiceAnswersByTls() throws IOException {
        assertThat(answering().map(ComposeService::name))
                .containsExactlyInAnyOrder("store", "cloud", "device", "ledger", "ledger-2", "ledger-3");
        assertThat(Files.readString(Home.find().resolve("deploy/image/secrets")))
                .contains("quarkus.http.insecure-requests=disabled\n", "quarkus.tls.http.protocols=TLSv1.3,TLSv1.2\n");
    }

    @Test
    void noServiceWorksBeforeItsRightsAreSet() throws IOException {
        for (String service : List.of("store", "cloud", "device", "ledger", "ledger-2", "ledger-3", "verify")) {
            assertThat(named(service)
                            .settings()
                            .at("/depends_on/rights/condition")
                            .asText())
                    .as(service)
                    .isEqualTo("service_completed_successfully");
            assertThat(named(service)
                            .settings()
                            .at("/environment/QUARKUS_CONFIG_LOCATIONS")
                            .asText())
                    .as(service)
                    .contains("/signing/required-from.properties");
        }
    }

    @Test
    void noPasswordStandsInTheFile() throws IOException {
        assertThat(Files.readString(Home.find().resolve("deploy/secure.yml")))
                .doesNotContainPattern("(?i)password[\"']?\\s*[:=]\\s*[\"']?[a-z0-9]+[\"']?\\s*$");
    }

    private static ComposeService named(String name) throws IOException {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The pairs of a variable: of {@code INSIDE://:19092} the listener and {@code :19092}. */
    private static Map<String, String> pairs(JsonNode broker, String variable, String between) {
        return Stream.of(broker.at("/environment/" + variable).asText().split(","))
                .map(pair -> pair.split(between, 2))
                .collect(toMap(pair -> pair[0], pair -> pair[1]));
    }
}

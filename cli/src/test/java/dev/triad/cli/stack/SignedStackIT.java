package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.access.Role;
import dev.triad.access.Scope;
import dev.triad.cli.access.LocalIssuer;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.EventIds;
import dev.triad.events.KafkaBinding;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import dev.triad.testing.EventLog;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A local stack of real processes that signs its events, each unit by a key of its own. */
@Tag("long")
class SignedStackIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Instant TIME = Instant.parse("2026-01-05T12:00:00Z");
    private static final Source STORE = new Source("amazon", "store");

    /** Every unit that a shipped scenario has, and so every name that a source can have. */
    private static final Map<String, List<String>> UNITS = Map.of(
            "amazon", List.of("store", "cloud", "device"),
            "ebay", List.of("market", "backend"),
            "google", List.of("search", "cloud", "device"));

    private final KafkaBinding binding = new KafkaBinding(new EventCodec());

    @Test
    void whatItsUnitsSignIsPostedAndNothingElseIsBelieved(@TempDir Path folder) throws Exception {
        List<String> secured = List.of("--secure-api", "--secure-events");
        Map<String, String> oneDay = Map.of("TRIAD_SIMULATION_HISTORY_DAYS", "1");
        try (RunningStack stack = RunningStack.start(folder, EnumSet.allOf(Component.class), secured, oneDay);
                EventLog log = new EventLog(stack.bootstrapServers())) {
            // Given: a day of all companies, whose units all have signed
            String token = LocalIssuer.in(stack.data().access())
                    .token("it", List.of(Role.OPERATOR), List.of(Scope.ANY), Duration.ofHours(1));
            stack.signIn(token);
            await().atMost(LONGEST)
                    .until(() -> UNITS.entrySet().stream()
                            .allMatch(group -> group.getValue().stream()
                                    .allMatch(unit -> hasPosted(stack, group.getKey(), unit))));
            assertThat(quarantined(stack)).isEmpty();

            // When: nobody signs a sale, the cloud does in its own name, and the cloud does in the store's
            Signer cloud = Signer.of("cloud", keyOf("cloud", stack));
            log.send(sale("unsigned"));
            log.send(cloud.sign(sale("foreign")));
            log.send(Signer.of("store", keyOf("cloud", stack)).sign(sale("forged")));

            // Then
            await().atMost(LONGEST)
                    .until(() ->
                            quarantined(stack).equals(Set.of("unsigned 1", "foreign-source 1", "bad-signature 1")));

            // And an import signs by itself, and the proof agrees
            CommandRun imported = stack.importing(token, "cloudevents", "src/test/resources/imports/events.jsonl");
            assertThat(imported.exitCode()).as(imported.output()).isZero();
            assertThat(stack.get(Component.LEDGER, "/api/v1/groups/bakery/trial-balance")
                            .path("accounts"))
                    .isNotEmpty();
            CommandRun proof = stack.verify();
            assertThat(proof.exitCode()).as(proof.output()).isZero();
            assertThat(proof.output())
                    .contains("The books are what the log says.")
                    .doesNotContain("no signature was checked");
            assertThat(quarantined(stack)).hasSize(3);
        }
    }

    @Test
    void aStackWithUnsignedRecordsKeepsThemAndGoesOnToSign(@TempDir Path folder) throws Exception {
        // Given: records that nobody signed, in a stack that did not ask for it
        EnumSet<Component> components = EnumSet.of(Component.KAFKA, Component.POSTGRES, Component.LEDGER);
        try (RunningStack stack = RunningStack.start(folder, components);
                EventLog log = new EventLog(stack.bootstrapServers())) {
            CommandRun imported = stack.importing("", "cloudevents", "src/test/resources/imports/events.jsonl");
            assertThat(imported.exitCode()).as(imported.output()).isZero();
            log.send(sale("waiting"));
        }

        // When
        Set<String> keys;
        try (RunningStack stack = RunningStack.start(folder, components, List.of("--secure-events"), Map.of());
                EventLog log = new EventLog(stack.bootstrapServers())) {
            keys = signing(stack);
            log.send(sale("unsigned"));
            await().atMost(LONGEST).until(() -> quarantined(stack).equals(Set.of("unsigned 1")));
        }

        // Then it goes on so, by the same keys, without being told again; the books are proved all the same
        try (RunningStack stack = RunningStack.start(folder, components);
                EventLog log = new EventLog(stack.bootstrapServers())) {
            assertThat(stack.output()).contains("Its events are signed");
            assertThat(signing(stack)).isEqualTo(keys);
            log.send(sale("unsigned-again"));
            await().atMost(LONGEST).until(() -> quarantined(stack).equals(Set.of("unsigned 2")));
            CommandRun proof = stack.verify();
            assertThat(proof.exitCode()).as(proof.output()).isZero();
        }
    }

    private static boolean hasPosted(RunningStack stack, String group, String unit) {
        return !stack.get(Component.LEDGER, "/api/v1/groups/%s/entries?unit=%s&limit=1".formatted(group, unit))
                .path("entries")
                .isEmpty();
    }

    private static Set<String> quarantined(RunningStack stack) {
        Set<String> counts = new HashSet<>();
        stack.get(Component.LEDGER, "/api/v1/suspense?limit=1").path("counts").forEach(count -> {
            if (count.path("state").asText().equals("quarantined")) {
                counts.add(count.path("reason").asText() + " "
                        + count.path("items").asLong());
            }
        });
        return counts;
    }

    /** What its files of keys say; nobody but their owner reads them. */
    private static Set<String> signing(RunningStack stack) throws IOException {
        Set<String> texts = new HashSet<>();
        try (Stream<Path> files = Files.list(stack.data().signing())) {
            for (Path file : files.toList()) {
                // How far the log was is no secret.
                if (!file.endsWith("required-from.properties")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as("%s", file)
                            .isEqualTo("rw-------");
                }
                texts.add(file + Files.readString(file));
            }
        }
        assertThat(texts).hasSize(7);
        return texts;
    }

    private static SigningKey keyOf(String unit, RunningStack stack) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(stack.data().signing().resolve(unit + ".properties"))) {
            settings.load(reader);
        }
        return SigningKey.ofBase64(unit, settings.getProperty("triad.signing.key"));
    }

    private ProducerRecord<byte[], byte[]> sale(String name) {
        return binding.toRecord(new CloudEvent(
                EventIds.derived(TIME, STORE, name),
                STORE,
                name,
                TIME,
                new SaleRecorded(
                        "web",
                        null,
                        List.of(new SaleLine(
                                "lamp", "home", LineKind.GOODS, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)),
                        null,
                        List.of())));
    }
}

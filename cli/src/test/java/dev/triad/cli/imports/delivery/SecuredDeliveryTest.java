package dev.triad.cli.imports.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.kafka.BrokerSettingsOption;
import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.events.ConsumerKind;
import dev.triad.events.EventIds;
import dev.triad.events.Source;
import dev.triad.events.TopicSetup;
import dev.triad.events.UsageRecorded;
import dev.triad.rights.LogUser;
import dev.triad.signature.Signer;
import dev.triad.testing.SecuredBroker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An import into a log that asks who one is. */
@SuppressWarnings("NullAway.Init") // JUnit sets it.
class SecuredDeliveryTest {
    private static SecuredBroker broker;

    @Command
    private static final class Asking {
        @Mixin
        private final BrokerSettingsOption settings = new BrokerSettingsOption();
    }

    @BeforeAll
    static void startBroker() throws Exception {
        broker = SecuredBroker.start();
        new TopicSetup(broker.administrator()).create();
        broker.setRights();
    }

    @AfterAll
    static void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void whoComesInAsTheFileSaysDelivers() {
        Asking command = new Asking();
        new CommandLine(command)
                .parseArgs(
                        "--broker-settings",
                        broker.secretsOf("import").resolve("kafka.properties").toString());

        try (EventLog log = EventLog.connect(command.settings.access(broker.servers()), Signer.NONE)) {
            log.send(event());
            log.flush();
        }
    }

    @Test
    void whoMayOnlyReadDeliversNothing() {
        try (EventLog log = EventLog.connect(broker.accessOf(LogUser.VERIFY), Signer.NONE)) {
            assertThatThrownBy(() -> {
                        log.send(event());
                        log.flush();
                    })
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("Kafka did not take an event");
        }
    }

    @Test
    void whoHasAnotherPasswordIsToldSoAndThePasswordIsNot() {
        BrokerAccess wrong = BrokerAccess.of(broker.accessOf(LogUser.IMPORT)
                .with(Map.of(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"import\""
                                + " password=\"something-else-of-its-own\";")));

        assertThatThrownBy(() -> EventLog.connect(wrong, Signer.NONE))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("lets nobody in that way")
                .hasMessageContaining("--broker-settings")
                .hasMessageNotContaining("something-else");
        assertThat(wrong).hasToString(broker.servers());
    }

    private static CloudEvent event() {
        Source source = new Source("acme", "cloud");
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        return new CloudEvent(
                EventIds.derived(time, source, "secured"),
                source,
                "tenant-1",
                time,
                new UsageRecorded(
                        "cloud",
                        "tenant-1",
                        ConsumerKind.TENANT,
                        "compute",
                        BigDecimal.ONE,
                        "vcpu-hour",
                        null,
                        Map.of()));
    }
}

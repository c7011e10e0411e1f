package dev.triad.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.triad.events.BrokerAccess;
import dev.triad.rights.BrokerRights;
import dev.triad.rights.LogUser;
import dev.triad.rights.Password;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A real broker in this JVM, secured by the very settings that deploy/secure.yml gives to the one in a container, with
 * certificates and passwords by the very script that makes them there. Ports and folders alone are other ones.
 */
public final class SecuredBroker implements AutoCloseable {
    private static final Path DEPLOY = Path.of("../deploy");
    private static final String SETTING = "KAFKA_";
    private static final String OF_KAFKA = "kafka.";
    private static final int MINUTES_LONGEST = 2;

    /** How long the script has a certificate hold. */
    private static final int CERTIFICATE_DAYS = 90;

    private final Path secrets;
    private final int inside = FreePorts.next();
    private final int admin = FreePorts.next();
    private final int controller = FreePorts.next();
    private final EmbeddedKafkaBroker broker;

    private SecuredBroker(Path secrets) {
        this.secrets = secrets;
        this.broker = new EmbeddedKafkaBroker()
                .withNodeId(1)
                .withDeleteLogDirsOnClose(true)
                .withControllerPort(controller)
                .withAdditionalProperties(this::secure);
    }

    /** Makes certificates and passwords, and starts the broker, which has neither topics nor users then. */
    public static SecuredBroker start() {
        Path secrets = makeSecrets(newFolder());
        return Startup.of("Kafka", () -> {
            SecuredBroker started = new SecuredBroker(secrets);
            started.broker.start();
            return started;
        });
    }

    /** Where services and programs come in. */
    public String servers() {
        return "localhost:" + inside;
    }

    /** Where the administrator comes in. */
    public String adminServers() {
        return "localhost:" + admin;
    }

    /** What is for a user of the log, or for the administrator, alone to see. */
    public Path secretsOf(String user) {
        return secrets.resolve(user);
    }

    /** The administrator's way in. */
    public BrokerAccess administrator() {
        try {
            return BrokerAccess.of(adminServers(), secretsOf("administrator").resolve("kafka.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A user's way in, as its own file has it. */
    public BrokerAccess accessOf(LogUser user) {
        Path file = secretsOf(user.userName()).resolve("kafka.properties");
        try {
            return Files.exists(file)
                    ? BrokerAccess.of(servers(), file)
                    : BrokerAccess.of(kafkaSettings(user.userName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service's clients of Kafka are told: what begins with {@code kafka.} in its file. */
    private Map<String, String> kafkaSettings(String service) {
        Map<String, String> settings = new TreeMap<>(Map.of("bootstrap.servers", servers()));
        serviceSettings(service).forEach((name, value) -> {
            if (name.startsWith(OF_KAFKA)) {
                settings.put(name.substring(OF_KAFKA.length()), value);
            }
        });
        return settings;
    }

    /** Sets users and rights. */
    public void setRights() throws IOException, InterruptedException {
        Map<String, Password> passwords = new TreeMap<>();
        for (LogUser user : LogUser.values()) {
            passwords.put(
                    user.userName(),
                    Password.read(
                            secretsOf("administrator").resolve("passwords").resolve(user.userName())));
        }
        try (BrokerRights rights = new BrokerRights(administrator())) {
            var unused = rights.set(passwords, LogUser.allRights());
        }
    }

    /** Has the script make a service's certificate anew, as if it came near its end. */
    public void renewCertificate(String service) throws IOException {
        Instant longAgo = Instant.now().minus(Duration.ofDays(CERTIFICATE_DAYS));
        Files.setLastModifiedTime(secretsOf(service).resolve("keys.p12"), FileTime.from(longAgo));
        makeSecrets(secrets);
    }

    /** The settings of a service, as its file has them. */
    public Map<String, String> serviceSettings(String service) {
        return read(secretsOf(service).resolve("service.properties"));
    }

    @Override
    public void close() {
        broker.close();
    }

    private void secure(Properties settings) {
        environment().forEach((name, value) -> settings.put(propertyOf(name), value.replace("/secrets", "" + own())));
        settings.put(
                "listeners",
                "INSIDE://localhost:%d,ADMIN://localhost:%d,CONTROLLER://localhost:%d"
                        .formatted(inside, admin, controller));
        settings.put("advertised.listeners", "INSIDE://localhost:%d,ADMIN://localhost:%d".formatted(inside, admin));
        settings.put("controller.quorum.voters", "1@localhost:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("offsets.topic.num.partitions", "1");
    }

    private Path own() {
        return secretsOf("kafka").toAbsolutePath();
    }

    /** The environment of the secured broker's container, with what Compose makes of it. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        try {
            JsonNode file =
                    new YAMLMapper().readTree(DEPLOY.resolve("secure.yml").toFile());
            file.at("/services/kafka/environment")
                    .properties()
                    .forEach(variable -> environment.put(
                            variable.getKey(), variable.getValue().asText().replace("$$", "$")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }

    /** As the image does: KAFKA_SUPER_USERS is super.users, and three of them are a hyphen. */
    private static String propertyOf(String variable) {
        return variable.substring(SETTING.length())
                .toLowerCase(Locale.ROOT)
                .replace("___", "-")
                .replace('_', '.');
    }

    private static Path makeSecrets(Path folder) {
        try {
            Process script = new ProcessBuilder(DEPLOY.resolve("image/secrets").toString(), folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            if (!script.waitFor(MINUTES_LONGEST, TimeUnit.MINUTES) || script.exitValue() != 0) {
                script.destroyForcibly();
                throw new IllegalStateException("no certificates: " + Files.readString(folder.resolve("said")));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while certificates were made", e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("triad-secrets");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path file) {
        Properties read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        return settings;
    }
}

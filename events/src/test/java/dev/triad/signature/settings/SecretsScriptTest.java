package dev.triad.signature.settings;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.signature.OwnRecords;
import dev.triad.signature.Producers;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes a deployment's secrets gives each a key to sign by, and the ledger and its proof those that they believe. */
class SecretsScriptTest {
    private static final Path SCRIPT = Path.of("../deploy/image/secrets");
    private static final List<String> SERVICES = List.of("store", "cloud", "device", "ledger");
    private static final byte[] NOTE = {1, 2, 3};

    /** Certificates take long to make and are not what is looked at here: each test goes on from these. */
    @TempDir
    private static Path made = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void makeThemOnce() throws IOException, InterruptedException {
        makeSecrets(made);
    }

    @BeforeEach
    void copyThem() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(not(made::equals)).toList()) {
                Files.copy(file, folder.resolve(made.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void eachSignsByAKeyOfItsOwnThatStaysAndTheLedgerBelievesThem() throws Exception {
        // Given: a deployment from before events were signed
        for (String service : SERVICES) {
            Files.delete(secret(service + "-service/signing-key"));
        }
        Files.delete(secret("import/signing-key"));
        Files.delete(secret("ledger-service/producers.properties"));
        Files.delete(secret("verify/producers.properties"));

        // When
        makeSecrets(folder);

        // Then
        Map<Path, String> contents = contents();
        Producers known = producers("ledger-service");
        assertThat(SERVICES.stream().map(this::signer)).allMatch(known::believe);
        assertThat(known.believe(importer())).isTrue();
        assertThat(known.believe(Signer.of("store", SigningKey.ofBase64("key", key("cloud-service/signing-key")))))
                .isFalse();
        assertThat(SERVICES.stream().map(this::signer)).allMatch(producers("verify")::believe);
        assertThat(contents.keySet().stream().filter(path -> path.endsWith("producers.properties")))
                .hasSize(2);
        assertThat(contents.keySet().stream().filter(path -> path.endsWith("signing-key")))
                .hasSize(5);

        // And it leaves them as they are
        makeSecrets(folder);
        assertThat(contents()).isEqualTo(contents);
    }

    @Test
    void aKeyThatTakesTheOthersPlaceLeavesThatOneKnown() throws Exception {
        // Given
        Signer former = signer("store");
        Headers noted = own("store").headers(NOTE, NOTE);

        // When
        Files.move(secret("store-service/signing-key"), secret("store-service/signing-key.1"));
        makeSecrets(folder);

        // Then
        Producers known = producers("ledger-service");
        assertThat(known.believe(former)).isTrue();
        assertThat(known.believe(signer("store"))).isTrue();
        assertThat(key("store-service/signing-key")).isNotEqualTo(key("store-service/signing-key.1"));
        assertThat(own("store").contain(note(noted))).isTrue();
        assertThat(own("cloud").contain(note(noted))).isFalse();
    }

    private static void makeSecrets(Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process script = new ProcessBuilder(SCRIPT.toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(script.waitFor()).as(Files.readString(said)).isZero();
    }

    private Path secret(String name) {
        return folder.resolve(name);
    }

    /** What is there, whoever it is for; certificates are another matter. */
    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".p12")) {
                    contents.put(file, Files.readString(file));
                }
            }
        }
        return contents;
    }

    private Producers producers(String owner) {
        SmallRyeConfig config = config(owner + "/producers.properties");
        return SigningSettings.producers(
                config.getConfigMapping(ProducersConfig.class), config.getConfigMapping(SigningConfig.class));
    }

    private Signer signer(String service) {
        return SigningSettings.signer(
                config(service + "-service/service.properties").getConfigMapping(SigningConfig.class));
    }

    private OwnRecords own(String service) {
        return SigningSettings.ownRecords(
                config(service + "-service/service.properties").getConfigMapping(SigningConfig.class));
    }

    private Signer importer() throws IOException {
        return Signer.of("import", SigningKey.ofBase64("key", key("import/signing-key")));
    }

    private String key(String name) throws IOException {
        return Files.readString(secret(name));
    }

    /** As a service reads it, which takes what is its own of it. */
    private SmallRyeConfig config(String name) {
        try {
            return new SmallRyeConfigBuilder()
                    .withMapping(ProducersConfig.class)
                    .withMapping(SigningConfig.class)
                    .withSources(new PropertiesConfigSource(secret(name).toUri().toURL(), 250))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> note(Headers headers) {
        return new ConsumerRecord<>(
                "triad.simulation",
                0,
                0,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                NOTE.length,
                NOTE.length,
                NOTE,
                NOTE,
                headers,
                Optional.empty());
    }
}

package dev.triad.rights;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.BrokerAccess;
import dev.triad.events.TopicSetup;
import dev.triad.events.Topics;
import dev.triad.testing.SecuredBroker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A real broker, secured as deploy/secure.yml has it: each user does what its row says, and nothing else. */
@SuppressWarnings("NullAway.Init") // JUnit sets it.
class SecuredBrokerTest {
    private static final List<String> TOPICS =
            Stream.concat(Topics.EVENTS.stream(), Stream.of(Topics.SIMULATION)).toList();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] SOMETHING = {1};

    private static SecuredBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = SecuredBroker.start();
        new TopicSetup(broker.administrator()).create();
        assertThat(setRights()).contains("Users set: 6, taken away: 0.", "taken away: 0.");
        try (var producer = producer(broker.administrator())) {
            for (String topic : TOPICS) {
                producer.send(new ProducerRecord<>(topic, 0, SOMETHING, SOMETHING))
                        .get();
            }
        }
    }

    @AfterAll
    static void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUserWritesItsTopicsAndNoOther(LogUser user) throws Exception {
        Set<String> written = new HashSet<>();
        try (var producer = producer(broker.accessOf(user))) {
            for (String topic : TOPICS) {
                if (isAllowed(
                        () -> producer.send(new ProducerRecord<>(topic, 1 % partitions(topic), SOMETHING, SOMETHING))
                                .get())) {
                    written.add(topic);
                }
            }
        }

        assertThat(written).isEqualTo(Set.copyOf(user.writes()));
    }

    @ParameterizedTest
    @EnumSource
    void aUserReadsItsTopicsAndNoOther(LogUser user) throws Exception {
        Set<String> read = new HashSet<>();
        try (var consumer = new KafkaConsumer<>(
                broker.accessOf(user).with(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : TOPICS) {
                TopicPartition partition = new TopicPartition(topic, 0);
                if (isAllowed(() -> first(consumer, partition))) {
                    read.add(topic);
                }
            }
        }

        assertThat(read).isEqualTo(Set.copyOf(user.reads()));
    }

    @ParameterizedTest
    @EnumSource
    void aUserIsOfItsGroupsAndOfNoOther(LogUser user) throws Exception {
        String topic = user.reads().isEmpty() ? Topics.SALES : user.reads().getFirst();
        var offsets = Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
        Set<String> joined = new HashSet<>();
        try (Admin admin = Admin.create(broker.accessOf(user).with(Map.of()))) {
            for (String group : groups()) {
                if (isAllowed(() ->
                        admin.alterConsumerGroupOffsets(group, offsets).all().get())) {
                    joined.add(group);
                }
            }
        }

        assertThat(joined).isEqualTo(Set.copyOf(user.groups()));
    }

    @ParameterizedTest
    @EnumSource
    void aUserAsksWhetherTheBrokerIsThereAndAdministersNothing(LogUser user) throws Exception {
        try (Admin admin = Admin.create(broker.accessOf(user).with(Map.of()))) {
            String own = Stream.concat(user.writes().stream(), user.reads().stream())
                    .findFirst()
                    .orElseThrow();

            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            assertThat(admin.describeTopics(List.of(own)).allTopicNames().get()).containsKey(own);
            List<Callable<?>> deeds = List.of(
                    () -> admin.createTopics(List.of(new NewTopic("triad.more", 1, (short) 1)))
                            .all()
                            .get(),
                    () -> admin.deleteTopics(List.of(own)).all().get(),
                    () -> admin.deleteRecords(Map.of(new TopicPartition(own, 0), RecordsToDelete.beforeOffset(1)))
                            .all()
                            .get(),
                    () -> admin.describeAcls(AclBindingFilter.ANY).values().get(),
                    () -> admin.createAcls(List.of(acl(ResourceType.TOPIC, "*", user.userName())))
                            .all()
                            .get(),
                    () -> admin.describeUserScramCredentials().all().get(),
                    () -> admin.alterUserScramCredentials(List.of(scram("more", ScramMechanism.SCRAM_SHA_512)))
                            .all()
                            .get());
            for (Callable<?> deed : deeds) {
                assertThat(isAllowed(deed)).isFalse();
            }
        }
    }

    @Test
    void aSecondRunChangesNoRight() throws Exception {
        Collection<AclBinding> before = acls();

        assertThat(setRights()).isEqualTo("Users set: 6, taken away: 0. Rights given: 0, taken away: 0.%n".formatted());
        assertThat(acls()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(before).hasSize(LogUser.allRights().size());
    }

    @Test
    void whatIsNotInTheDescriptionIsTakenAwayWhoeverPutItThere() throws Exception {
        // Given
        Collection<AclBinding> before = acls();
        Set<AclBinding> more = Set.of(
                acl(ResourceType.TOPIC, Topics.REFERENCE, "store-service"),
                acl(ResourceType.TOPIC, "*", "somebody"),
                acl(ResourceType.GROUP, "a-group", "import"));
        try (Admin admin = Admin.create(broker.administrator().with(Map.of()))) {
            admin.createAcls(more).all().get();
            admin.alterUserScramCredentials(List.of(
                            scram("somebody", ScramMechanism.SCRAM_SHA_512),
                            scram("import", ScramMechanism.SCRAM_SHA_256)))
                    .all()
                    .get();
        }
        assertThat(acls()).containsAll(more);

        // When
        String said = setRights();

        // Then
        assertThat(said).isEqualTo("Users set: 6, taken away: 2. Rights given: 0, taken away: 3.%n".formatted());
        assertThat(acls()).containsExactlyInAnyOrderElementsOf(before);
        try (Admin admin = Admin.create(broker.administrator().with(Map.of()))) {
            assertThat(admin.describeUserScramCredentials().all().get().values())
                    .allSatisfy(user -> assertThat(user.credentialInfos())
                            .extracting(ScramCredentialInfo::mechanism)
                            .containsExactly(ScramMechanism.SCRAM_SHA_512))
                    .extracting(user -> user.name())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(LogUser.values())
                            .map(LogUser::userName)
                            .toList());
        }
    }

    @Test
    void anotherPasswordOrNameIsRefused() throws Exception {
        for (String jaas : List.of(
                login("store-service", "another-password-of-32-characters"),
                login("somebody", "another-password-of-32-characters"))) {
            assertThatThrownBy(() -> ask(changed(LogUser.STORE, Map.of("sasl.jaas.config", jaas))))
                    .hasRootCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    static Stream<BrokerAccess> accessWithoutPasswordOrTls() {
        return Stream.of(
                changed(LogUser.STORE, Map.of("security.protocol", "SSL")),
                changed(LogUser.STORE, Map.of("security.protocol", "SASL_PLAINTEXT")),
                BrokerAccess.open(broker.servers()),
                BrokerAccess.open(broker.adminServers()));
    }

    /** To a client without TLS the broker's alarm looks like an answer of 352 MB, for which it makes room at each attempt. */
    @ParameterizedTest
    @MethodSource("accessWithoutPasswordOrTls")
    void whoHasNoPasswordOrNoTlsGetsNoAnswer(BrokerAccess access) {
        Map<String, Object> once =
                access.with(Map.of("reconnect.backoff.ms", 60_000, "reconnect.backoff.max.ms", 60_000));

        assertThatThrownBy(() -> ask(BrokerAccess.of(once))).isNotNull();
    }

    @Test
    void aBrokerThatIsNotOfTheAuthorityIsNotTalkedTo() throws Exception {
        Map<String, Object> settings = broker.accessOf(LogUser.STORE).with(Map.of());
        settings.remove("ssl.truststore.location");
        settings.remove("ssl.truststore.type");

        assertThatThrownBy(() -> ask(BrokerAccess.of(settings)))
                .hasStackTraceContaining(SslAuthenticationException.class.getName());
    }

    @Test
    void theAdministratorsDoorOpensToNoPasswordAndNoServicesCertificate() throws Exception {
        Path own = broker.secretsOf("ledger-service");
        Map<String, Object> passwordAlone =
                broker.accessOf(LogUser.LEDGER).with(Map.of("bootstrap.servers", broker.adminServers()));
        Map<String, Object> certificate = broker.administrator()
                .with(Map.of(
                        "ssl.keystore.location",
                        own.resolve("keys.p12").toString(),
                        "ssl.keystore.password",
                        Files.readString(own.resolve("password"))));
        Map<String, Object> noCertificate = broker.administrator().with(Map.of());
        noCertificate.keySet().removeIf(name -> name.startsWith("ssl.keystore"));

        assertThatThrownBy(() -> ask(BrokerAccess.of(passwordAlone))).isNotNull();
        assertThatThrownBy(() -> ask(BrokerAccess.of(certificate)))
                .hasStackTraceContaining(SslAuthenticationException.class.getName());
        assertThatThrownBy(() -> ask(BrokerAccess.of(noCertificate)))
                .hasStackTraceContaining(SslAuthenticationException.class.getName());
        ask(broker.administrator());
    }

    @Test
    void whatCannotBeDoneIsSaidWithoutAPassword() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        Path empty = Files.createTempDirectory("none");
        String settings =
                broker.secretsOf("administrator").resolve("kafka.properties").toString();

        assertThat(SetRights.run(new String[] {"localhost:1"}, err, err)).isEqualTo(2);
        assertThat(SetRights.run(new String[] {broker.adminServers(), settings, empty.toString()}, err, err))
                .isEqualTo(1);
        Files.writeString(empty.resolve("store-service"), "too short");
        assertThat(SetRights.run(new String[] {broker.adminServers(), settings, empty.toString()}, err, err))
                .isEqualTo(1);

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("SetRights takes three arguments")
                .contains("NoSuchFileException")
                .contains("holds no password: it takes 20 to 200 visible ASCII characters")
                .doesNotContain("too short");
    }

    private static String setRights() throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Path own = broker.secretsOf("administrator");
        int code = SetRights.run(
                new String[] {
                    broker.adminServers(),
                    own.resolve("kafka.properties").toString(),
                    own.resolve("passwords").toString()
                },
                out,
                out);
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Collection<AclBinding> acls() throws Exception {
        try (Admin admin = Admin.create(broker.administrator().with(Map.of()))) {
            return admin.describeAcls(AclBindingFilter.ANY).values().get();
        }
    }

    private static void ask(BrokerAccess access) throws Exception {
        Map<String, Object> hurried = access.with(Map.of("default.api.timeout.ms", 3_000, "request.timeout.ms", 3_000));
        try (Admin admin = Admin.create(hurried)) {
            admin.describeCluster().nodes().get();
        }
    }

    private static boolean isAllowed(Callable<?> deed) throws Exception {
        try {
            deed.call();
            return true;
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof AuthorizationException) {
                    return false;
                }
            }
            throw e;
        }
    }

    private static Object first(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (var record : consumer.poll(POLL)) {
                return record;
            }
        }
        throw new IllegalStateException("neither a record nor a refusal came of " + partition);
    }

    private static KafkaProducer<byte[], byte[]> producer(BrokerAccess access) {
        return new KafkaProducer<>(
                access.with(Map.of("enable.idempotence", true, "acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static int partitions(String topic) {
        return topic.equals(Topics.SIMULATION) ? 1 : Topics.PARTITIONS;
    }

    private static Set<String> groups() {
        return Stream.concat(
                        Arrays.stream(LogUser.values()).flatMap(user -> user.groups().stream()), Stream.of("nobody's"))
                .collect(toSet());
    }

    private static BrokerAccess changed(LogUser user, Map<String, String> changes) {
        return BrokerAccess.of(broker.accessOf(user).with(changes));
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    private static AclBinding acl(ResourceType thing, String name, String user) {
        return new AclBinding(
                new ResourcePattern(thing, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", AclOperation.READ, AclPermissionType.ALLOW));
    }

    private static UserScramCredentialUpsertion scram(String user, ScramMechanism mechanism) {
        return new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(mechanism, 4_096), "a-password-of-twenty-characters");
    }
}

package dev.triad.rights;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.triad.events.Topics;
import dev.triad.rights.Right.Deed;
import dev.triad.rights.Right.Thing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The description of rights, beside what the contract says of who sends and receives what, and the documentation. */
class LogUserTest {
    @ParameterizedTest
    @EnumSource
    void whoSendsEventsMayWriteTheirTopicsAndNoOtherOfEvents(LogUser user) throws IOException {
        assertThat(eventTopics(user.writes())).isEqualTo(topics(user, "send"));
    }

    @ParameterizedTest
    @EnumSource
    void whoReceivesEventsMayReadTheirTopics(LogUser user) throws IOException {
        assertThat(user.reads()).containsAll(topics(user, "receive"));
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE", "CLOUD", "DEVICE"})
    void aUnitReadsBesideWhatItReceivesNoMoreThanItWritesItself(LogUser unit) throws IOException {
        Set<String> received = topics(unit, "receive");

        assertThat(unit.reads())
                .allMatch(topic -> received.contains(topic) || unit.writes().contains(topic));
    }

    @Test
    void howFarSimulationsCameIsForTheUnitsAlone() {
        assertThat(LogUser.allRights().stream()
                        .filter(right -> right.name().equals(Topics.SIMULATION))
                        .map(Right::user))
                .containsOnly("store-service", "cloud-service", "device-service");
    }

    @Test
    void aGroupIsOfOneUser() {
        assertThat(LogUser.allRights().stream()
                        .filter(right -> right.thing() == Thing.GROUP)
                        .map(Right::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRightIsToOneThingAndNotToMany() {
        assertThatThrownBy(() -> new Right("import", Thing.TOPIC, "*", Deed.READ))
                .hasMessage("a right names one thing, and not *");
        assertThatThrownBy(() -> new Right("import", Thing.GROUP, "some", Deed.WRITE))
                .hasMessage("nobody writes a group: some");
        assertThatThrownBy(() -> new Right("", Thing.TOPIC, "some", Deed.WRITE))
                .hasMessageContaining("a right is somebody's");
    }

    @Test
    void theDescriptionKnowsNoBroker() {
        ArchRuleDefinition.noClasses()
                .that()
                .belongToAnyOf(LogUser.class, Right.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.triad.rights"));
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentationHasARowOfEachUser(LogUser user) throws IOException {
        assertThat(Files.readString(Path.of("../docs/security.md")))
                .contains("| `%s` | %s | %s | %s |%n"
                        .formatted(user.userName(), named(user.writes()), named(user.reads()), named(user.groups())));
    }

    private static String named(Collection<String> names) {
        return names.isEmpty()
                ? "–"
                : names.stream().map(name -> "`" + name + "`").collect(joining(", "));
    }

    private static Set<String> eventTopics(Collection<String> topics) {
        return topics.stream().filter(Topics.EVENTS::contains).collect(toSet());
    }

    /** The topics that the AsyncAPI document has somebody send to, or receive from. */
    private static Set<String> topics(LogUser user, String action) throws IOException {
        JsonNode api = new YAMLMapper().readTree(LogUserTest.class.getResourceAsStream("/asyncapi.yaml"));
        Map<String, String> addresses = api.get("channels").properties().stream()
                .collect(toMap(
                        channel -> "#/channels/" + channel.getKey(),
                        channel -> channel.getValue().get("address").asText()));
        return api.get("operations")
                .valueStream()
                .filter(operation -> operation.get("action").asText().equals(action))
                .filter(operation -> operation.at("/tags/0/name").asText().equals(user.userName()))
                .map(operation ->
                        addresses.getOrDefault(operation.at("/channel/$ref").asText(), "none"))
                .collect(toSet());
    }
}

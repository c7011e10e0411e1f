package dev.triad.cloud;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.triad.testing.Outbound;
import org.junit.jupiter.api.Test;

/** What is pure stays pure, and no unit service knows another. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.triad.cloud");

    @Test
    void settlementAndModelKnowNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("dev.triad.cloud.settlement")
                .or()
                .haveSimpleName("CloudModel")
                .or()
                .haveSimpleName("CloudState")
                .or()
                .haveSimpleName("Rate")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "io.micrometer..",
                        "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void theUnitsMeetOnKafkaAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.triad.store..", "dev.triad.device..", "dev.triad.ledger..")
                .check(CLASSES);
    }

    @Test
    void noRequestOrEventCanNameAnAddressToBeAsked() {
        Outbound.CONNECTIONS_ARE_NOT_MADE.check(CLASSES);
    }
}

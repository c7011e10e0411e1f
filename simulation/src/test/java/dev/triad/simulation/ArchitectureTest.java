package dev.triad.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.triad.testing.Outbound;
import org.junit.jupiter.api.Test;

/** What is pure stays pure, and no two rooms lean on each other. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.triad.simulation");

    @Test
    void scenarioAndEngineKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.triad.simulation.scenario", "dev.triad.simulation.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "org.eclipse.microprofile..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "io.micrometer..",
                        "dev.triad.simulation.runner..")
                .check(CLASSES);
    }

    @Test
    void theEngineAsksNoClock() {
        noClasses()
                .that()
                .resideInAPackage("dev.triad.simulation.engine")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, java.util.concurrent.ThreadLocalRandom.class)
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.triad.simulation.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void noRequestOrEventCanNameAnAddressToBeAsked() {
        Outbound.CONNECTIONS_ARE_NOT_MADE.check(CLASSES);
    }
}

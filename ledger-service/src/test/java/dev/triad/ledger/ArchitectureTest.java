package dev.triad.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the ledger, and what may not pass between them. */
class ArchitectureTest {
    private static final JavaClasses LEDGER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.triad.ledger");

    @Test
    void theCoreIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..ledger.posting..",
                        "..ledger.rate..",
                        "..ledger.period..",
                        "..ledger.policy..",
                        "..ledger.chain..",
                        "..ledger.fraction..",
                        "..ledger.costgame..",
                        "..ledger.allocation..")
                .or()
                .haveSimpleName("Provision")
                .or()
                .haveSimpleName("ServiceDepartments")
                .or()
                .haveSimpleName("Consolidation")
                .or()
                .haveSimpleName("CohortBook")
                .or()
                .haveSimpleName("Claim")
                .or()
                .haveSimpleName("Funding")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.postgresql..")
                .check(LEDGER);
    }

    @Test
    void postingKnowsNoOtherRoomsThanRatesAndPeriods() {
        classes()
                .that()
                .resideInAPackage("..ledger.posting..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.triad.events..",
                        "..ledger.posting..",
                        "..ledger.rate..",
                        "..ledger.period..")
                .check(LEDGER);
    }

    @Test
    void onlyTheJournalWrites() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..ledger.journal..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Writer")
                .andShould()
                .dependOnClassesThat()
                .resideInAPackage("..ledger.journal..")
                .check(LEDGER);
    }

    @Test
    void noRoomIsAPartOfACircle() {
        slices().matching("dev.triad.ledger.(*)..").should().beFreeOfCycles().check(LEDGER);
    }
}

package dev.triad.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.triad.testing.Outbound;
import org.junit.jupiter.api.Test;

/** The rooms of the ledger, and what may not pass between them. */
class ArchitectureTest {
    private static final JavaClasses LEDGER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.triad.ledger");

    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "io.quarkus..",
        "io.smallrye..",
        "org.apache.kafka..",
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.postgresql.."
    };

    /** What analyses compute is a function of balances; resources and those who read figures for them are the edge. */
    @Test
    void analysesArePureButForTheirEdge() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..ledger.provision..",
                        "..ledger.consolidation..",
                        "..ledger.cohort..",
                        "..ledger.claims..",
                        "..ledger.subsidy..")
                .and()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Parameter")
                .and()
                .haveSimpleNameNotEndingWith("Figures")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .check(LEDGER);
    }

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
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
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

    @Test
    void noRequestOrEventCanNameAnAddressToBeAsked() {
        Outbound.CONNECTIONS_ARE_NOT_MADE.check(LEDGER);
    }
}

package dev.triad.events;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The contract stands on its own: other languages have no more than its files, Java no more than its libraries. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.triad.events", "dev.triad.problem");

    @Test
    void theContractKnowsNoFramework() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "dev.triad..", "com.fasterxml.jackson..", "org.apache.kafka..", "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheBindingAndTheSetupOfTopicsKnowKafka() {
        noClasses()
                .that(not(belongToAnyOf(KafkaBinding.class, TopicSetup.class)))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheCodecKnowsTheParser() {
        noClasses()
                .that(not(belongToAnyOf(
                        EventCodec.class, ContractModule.class, JsonFields.class, StructuredEvents.class)))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."))
                .check(CLASSES);
    }

    @Test
    void problemsKnowNothingOfEvents() {
        noClasses()
                .that()
                .resideInAPackage("dev.triad.problem..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.triad.events.."))
                .check(CLASSES);
    }
}

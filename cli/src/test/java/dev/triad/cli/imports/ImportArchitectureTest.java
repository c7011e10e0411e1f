package dev.triad.cli.imports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ImportArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.triad.cli.imports");

    @Test
    void formatsAreFunctionsOfRowsAndSettings() {
        noClasses()
                .that()
                .resideInAPackage("dev.triad.cli.imports.format")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio.file..",
                        "org.apache.kafka..",
                        "picocli..",
                        "dev.triad.cli.imports.delivery..",
                        "dev.triad.cli.imports.progress..")
                .check(classes);
    }

    @Test
    void roomsDoNotDependOnEachOtherInCircles() {
        slices().matching("dev.triad.cli.imports.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}

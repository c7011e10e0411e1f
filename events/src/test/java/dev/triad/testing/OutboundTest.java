package dev.triad.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.triad.request.AskHealth;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.triad");

    /** A program of its own, which a container's health check runs, asks the address that it is given. */
    @Test
    void nothingConnectsToAnAddressButTheHealthCheck() {
        Outbound.CONNECTIONS_ARE_NOT_MADE.check(CLASSES.that(not(equivalentTo(AskHealth.class))));
    }

    @Test
    void whatConnectsToAnAddressIsFound() {
        assertThat(Outbound.CONNECTIONS_ARE_NOT_MADE
                        .evaluate(CLASSES.that(equivalentTo(AskHealth.class)))
                        .hasViolation())
                .isTrue();
    }
}

package dev.triad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask for what. */
class VerdictTest {
    private static final List<String> ALL = List.of("*");

    @ParameterizedTest
    @CsvSource({
        "reader,   read,    true",
        "operator, read,    true",
        "auditor,  read,    true",
        "'',       read,    false",
        "admin,    read,    false",
        "READER,   read,    false",
        "reader,   operate, false",
        "operator, operate, true",
        "auditor,  operate, false",
        "reader,   audit,   false",
        "operator, audit,   false",
        "auditor,  audit,   true",
    })
    void everyRoleReadsAndNoneDoesWhatIsAnothers(String role, String operation, boolean granted) {
        assertThat(Verdict.of(caller(List.of(role), ALL), needs(operation)) instanceof Verdict.Granted)
                .isEqualTo(granted);
    }

    @Test
    void rolesAddUp() {
        Caller both = caller(List.of("operator", "auditor", "offline_access"), ALL);
        assertThat(Verdict.of(both, needs("operate"))).isEqualTo(new Verdict.Granted());
        assertThat(Verdict.of(both, needs("audit"))).isEqualTo(new Verdict.Granted());
    }

    @Test
    void aRefusalSaysWhichRoleIsLacking() {
        assertThat(Verdict.of(caller(List.of("reader"), ALL), needs("operate")))
                .isEqualTo(new Verdict.Lacks(Role.OPERATOR));
    }

    @Test
    void whoeverIsNotKnownMayNothing() {
        assertThat(Verdict.of(null, needs("read"))).isEqualTo(new Verdict.Unknown());
        assertThat(Verdict.of(null, null)).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void anOperationThatDoesNotSayWhatItNeedsIsForNobody() {
        assertThat(Verdict.of(caller(List.of("operator", "auditor"), ALL), null))
                .isEqualTo(new Verdict.Undeclared());
    }

    @Test
    void whatIsAboutAllGroupsTakesASightOfAll() {
        assertThat(Verdict.of(caller(List.of("reader"), List.of("amazon")), needs("readAll")))
                .isEqualTo(new Verdict.SeesTooLittle());
        assertThat(Verdict.of(caller(List.of("reader"), ALL), needs("readAll"))).isEqualTo(new Verdict.Granted());
    }

    @Test
    void whoeverAsksWhereNobodyIsAskedMayEverything() {
        for (String operation : List.of("read", "operate", "audit", "readAll")) {
            assertThat(Verdict.of(Caller.ANYBODY, needs(operation))).isEqualTo(new Verdict.Granted());
        }
    }

    private static Caller caller(List<String> roles, List<String> groups) {
        return Caller.of("ann", roles, groups, Instant.MAX);
    }

    private static @Nullable Needs needs(String operation) {
        try {
            return Operations.class.getDeclaredMethod(operation).getAnnotation(Needs.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @SuppressWarnings("unused") // Asked for by their names.
    private interface Operations {
        @Needs(Role.READER)
        void read();

        @Needs(Role.OPERATOR)
        void operate();

        @Needs(Role.AUDITOR)
        void audit();

        @Needs(value = Role.READER, everyGroup = true)
        void readAll();
    }
}

package dev.triad.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.problem.Problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a problem says stays one line of bounded length, whatever was asked for. */
class ProblemTest {
    @Test
    void whatIsNamedStaysOnItsLine() {
        Problem problem =
                Problem.of(404, "code", "Title", "no \r\nX: \0 here", List.of(new FieldError("\n", "\u001b[31m")));

        assertThat(problem.detail()).isEqualTo("no \\u000d\\u000aX: \\u0000 here");
        assertThat(problem.errors()).containsExactly(new FieldError("\\u000a", "\\u001b[31m"));
    }

    @Test
    void whatIsLongIsShownByItsBeginningAndItsEnd() {
        Problem problem = Problem.of(404, "code", "Title", "No group " + "🦥".repeat(10_000) + " has been declared.");

        assertThat(problem.detail()).startsWith("No group 🦥").contains("🦥…🦥").endsWith("🦥 has been declared.");
        assertThat(String.valueOf(problem.detail()).codePoints()).hasSize(2 * Problem.SHOWN_EACH_MAX + 1);
    }
}

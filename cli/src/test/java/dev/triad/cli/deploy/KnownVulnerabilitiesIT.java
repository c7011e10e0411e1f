package dev.triad.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing is known against a part that is delivered. It takes a database of the net's; where none can be reached nothing is
 * checked, and the test says so: it is skipped, not passed.
 */
@Tag("long")
class KnownVulnerabilitiesIT {
    private static final URI DATABASE =
            URI.create(Optional.ofNullable(System.getenv("TRIAD_ADVISORIES")).orElse("https://api.osv.dev"));

    @Test
    void nothingIsKnownAgainstAnyPart() throws IOException, InterruptedException {
        List<Part> parts = Part.all();
        Map<String, List<String>> known;
        try {
            known = new Advisories(DATABASE).against(parts);
        } catch (IOException e) {
            System.out.printf("Known vulnerabilities: NOT CHECKED, %s cannot be asked (%s).%n", DATABASE, e);
            Assumptions.abort("not checked: " + DATABASE + " cannot be asked (" + e + ")");
            return;
        }
        assertThat(known).as("advisories of " + DATABASE).isEmpty();
    }
}

package dev.triad.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every part that is delivered is known, and of a licence by which it may be. */
class BillOfMaterialsIT {
    private static final List<String> MODULES = Part.DELIVERED;

    /** They let others deliver what they cover in whatever they like, as long as its notices come along. */
    private static final Set<String> PERMITTED = Set.of(
            // Of these two either will do for what is delivered as it was found.
            "(CDDL-1.0 OR GPL-2.0-with-classpath-exception)",
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MIT-0",
            "Public Domain",
            "Unlicense",
            "UPL-1.0");

    /** Whose description names its licence by no name of SPDX's, or by a wrong one: what its own file LICENSE is. */
    private static final Map<String, String> LOOKED_UP = Map.of(
            "pkg:maven/com.google.re2j/re2j@", "BSD-3-Clause",
            "pkg:maven/org.jline/jline-", "BSD-3-Clause");

    @ParameterizedTest
    @FieldSource("MODULES")
    void aModuleHasABillOfItsParts(String module) throws IOException {
        assertThat(Part.of(module))
                .extracting(Part::url)
                .allMatch(url -> url.matches("pkg:maven/[^/]+/[^@]+@.+"))
                .anyMatch(url -> url.startsWith("pkg:maven/com.fasterxml.jackson.core/jackson-databind@"))
                .noneMatch(url -> url.contains("/junit") || url.contains("/assertj"));
    }

    @Test
    void everyPartIsOfALicenceThatPermitsIt() throws IOException {
        List<String> refused = Part.all().stream()
                .filter(part -> licences(part).noneMatch(PERMITTED::contains))
                .map(part -> part.url() + ' ' + part.licences())
                .toList();
        assertThat(refused)
                .as("parts of a licence that is not known to permit it")
                .isEmpty();
    }

    private static Stream<String> licences(Part part) {
        return Stream.concat(
                part.licences().stream(),
                LOOKED_UP.entrySet().stream()
                        .filter(known -> part.url().startsWith(known.getKey()))
                        .map(Map.Entry::getValue));
    }
}

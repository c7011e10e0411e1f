package dev.triad.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.cli.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A part that Triad is made of, as the bills of materials have it.
 *
 * @param url its package URL, such as {@code pkg:maven/org.jdbi/jdbi3-core@3.49.0}
 * @param licences of which one may choose, by SPDX's name where there is one
 */
record Part(String url, List<String> licences) implements Comparable<Part> {
    /** What somebody runs: all that is delivered. */
    static final List<String> DELIVERED =
            List.of("ledger-service", "store-service", "cloud-service", "device-service", "cli");

    Part {
        licences = List.copyOf(licences);
    }

    /** What others have made of what a module delivers. */
    static List<Part> of(String module) throws IOException {
        Path bill = Home.find().resolve(module).resolve("target/sbom.json");
        return new ObjectMapper()
                .readTree(bill.toFile())
                .path("components")
                .valueStream()
                .filter(component -> !component.path("group").asText().equals("dev.triad"))
                .map(Part::read)
                .toList();
    }

    /** What others have made of all that is delivered. */
    static List<Part> all() throws IOException {
        TreeSet<Part> parts = new TreeSet<>();
        for (String module : DELIVERED) {
            parts.addAll(of(module));
        }
        return List.copyOf(parts);
    }

    private static Part read(JsonNode component) {
        String url = component.path("purl").asText();
        int qualifiers = url.indexOf('?');
        return new Part(
                qualifiers < 0 ? url : url.substring(0, qualifiers),
                component.path("licenses").valueStream().map(Part::licence).toList());
    }

    private static String licence(JsonNode choice) {
        if (choice.has("expression")) {
            return choice.path("expression").asText();
        }
        JsonNode licence = choice.path("license");
        return licence.has("id")
                ? licence.path("id").asText()
                : licence.path("name").asText();
    }

    @Override
    public int compareTo(Part other) {
        return Comparator.comparing(Part::url).compare(this, other);
    }
}

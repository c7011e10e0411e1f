package dev.triad.cli.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NaturalIdsTest {
    private static final Source SOURCE = new Source("acme", "cloud");
    private static final Instant TIME = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void identicalRowsAreTwoEventsAndTheSameTwoNextTime() {
        List<UUID> once = ids(List.of(7, 7, 8));
        List<UUID> again = ids(List.of(7, 7, 8));

        assertThat(once).doesNotHaveDuplicates().isEqualTo(again);
    }

    @Property
    void theOrderOfRowsDoesNotMatter(@ForAll @Size(max = 50) List<@IntRange(max = 5) Integer> rows) {
        List<Integer> reversed = rows.reversed();

        assertThat(Set.copyOf(ids(rows))).isEqualTo(Set.copyOf(ids(reversed))).hasSize(rows.size());
    }

    private static List<UUID> ids(List<Integer> rows) {
        NaturalIds ids = new NaturalIds(SOURCE);
        List<UUID> all = new ArrayList<>();
        rows.forEach(row -> all.add(ids.next(TIME, "row", Integer.toString(row))));
        return all;
    }
}

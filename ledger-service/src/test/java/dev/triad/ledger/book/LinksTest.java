package dev.triad.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How the places of listed entries are gathered into a few ranges. */
class LinksTest {
    @Test
    void onePlaceIsOneRange() {
        assertThat(Links.ranges(listed(7))).containsExactly(new Links.Range(7, 8));
    }

    @Test
    void fewPlacesAreEachARange() {
        assertThat(Links.ranges(listed(1, 5, 9)))
                .containsExactly(new Links.Range(1, 2), new Links.Range(5, 6), new Links.Range(9, 10));
    }

    @Test
    void manyPlacesAreDividedAtTheLargestGaps() {
        // Given: two crowds far from each other, with more places than there may be ranges
        List<Links.Listed> crowds =
                listed(LongStream.concat(LongStream.range(0, 100), LongStream.range(1_000_000, 1_000_100))
                        .toArray());

        // When
        List<Links.Range> ranges = Links.ranges(crowds);

        // Then
        assertThat(ranges).hasSize(Links.RANGES_MAX);
        assertThat(crowds)
                .allSatisfy(entry -> assertThat(ranges)
                        .filteredOn(range -> entry.position() >= range.from() && entry.position() < range.until())
                        .hasSize(1));
        assertThat(ranges).noneMatch(range -> range.until() - range.from() > 200);
    }

    private static List<Links.Listed> listed(long... positions) {
        List<Links.Listed> listed = new ArrayList<>();
        for (long position : positions) {
            listed.add(new Links.Listed(position, 0));
        }
        return listed;
    }
}

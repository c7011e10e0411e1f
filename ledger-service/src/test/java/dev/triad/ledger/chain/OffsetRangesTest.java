package dev.triad.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OffsetRangesTest {
    @Test
    void areWrittenAsTheDatabaseWritesThem() {
        // Given
        OffsetRanges ranges = new OffsetRanges();

        // When
        ranges.add(5);
        ranges.add(6);
        ranges.add(9, 12);

        // Then
        assertThat(ranges).hasToString("{[5,7),[9,12)}");
        assertThat(new OffsetRanges()).hasToString("{}");
    }

    @Test
    void refuseOffsetsThatComeOutOfOrder() {
        OffsetRanges ranges = OffsetRanges.parse("{[5,7)}");

        assertThatThrownBy(() -> ranges.add(6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void holdWhatWasAddedAndNothingElse(@ForAll @Size(max = 40) Set<@IntRange(max = 60) Integer> offsets) {
        // Given
        BitSet expected = new BitSet();
        offsets.forEach(expected::set);
        OffsetRanges ranges = new OffsetRanges();

        // When
        expected.stream().forEach(ranges::add);

        // Then
        OffsetRanges read = OffsetRanges.parse(ranges.toString());
        for (int offset = 0; offset < 64; offset++) {
            assertThat(ranges.contains(offset)).isEqualTo(expected.get(offset));
            assertThat(read.contains(offset)).isEqualTo(expected.get(offset));
        }
        assertThat(read.count()).isEqualTo(expected.cardinality());
        assertThat(read.encoded()).isEqualTo(ranges.encoded());
    }
}

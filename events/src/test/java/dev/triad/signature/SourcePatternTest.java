package dev.triad.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.triad.events.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePatternTest {
    @ParameterizedTest
    @CsvSource({
        "/amazon/store, amazon, store, true",
        "/amazon/store, amazon, cloud, false",
        "/amazon/store, ebay, store, false",
        "/*/store, amazon, store, true",
        "/*/store, amazon, store-2, false",
        "/*/store, amazon, cloud, false",
        "/amazon/*, amazon, cloud, true",
        "/amazon/*, amazon2, cloud, false",
        "/*/*, any, unit, true",
    })
    void aPatternMatchesWholeNames(String pattern, String group, String unit, boolean matches) {
        assertThat(SourcePattern.parse(pattern).matches(new Source(group, unit)))
                .isEqualTo(matches);
        assertThat(SourcePattern.parse(pattern)).hasToString(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/*", "*", "amazon/store", "/amazon/st*", "/a*/store", "/amazon/store/x", "//store"})
    void whatIsNoPatternIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SourcePattern.parse(text));
    }
}

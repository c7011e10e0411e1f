package dev.triad.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventNameTest {
    private static final String ID = "019b76e5-fa90-7f91-bd20-bdf30ade1a56";

    @Test
    void isAnId() {
        assertThat(EventName.parse(ID)).isEqualTo(new EventName.ById(UUID.fromString(ID)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon/store/", "/amazon/store/"})
    void isAnIdOfAUnit(String unit) {
        assertThat(EventName.parse(unit + ID))
                .isEqualTo(new EventName.BySource("amazon", "store", UUID.fromString(ID)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales-5-90", "usage-0-7.1"})
    void isAnEntry(String entry) {
        assertThat(EventName.parse(entry)).isEqualTo(new EventName.ByEntry(entry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sales", "019b76e5", "store/" + ID, "a/b/c/" + ID, "../../x"})
    void isNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventName.parse(text))
                .withMessageContaining(text);
    }
}

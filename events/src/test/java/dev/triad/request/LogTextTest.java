package dev.triad.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {
    @Test
    void leavesOrdinaryTextAsItIs() {
        String text = "batch posted topic=triad.sales \tgroup=größe 日本 😀";

        assertThat(LogText.escaped(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "10, \\u000a",
        "13, \\u000d",
        "27, \\u001b",
        "0, \\u0000",
        "133, \\u0085",
        "8232, \\u2028",
        "8238, \\u202e"
    })
    void showsWhatWouldLeaveItsLineOrSteerATerminal(int character, String shown) {
        assertThat(LogText.escaped("a" + (char) character + "b")).isEqualTo("a" + shown + "b");
    }
}

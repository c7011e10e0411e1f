package dev.triad.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColouredLineTest {
    private static final String ESCAPE = Character.toString(27);

    private final ColouredLine line =
            new ColouredLine().add("amazon", 8, Colour.CYAN).add("12345", Colour.RED);

    @Test
    void isPlainWithoutColours() {
        assertThat(line.shown(Integer.MAX_VALUE, false)).isEqualTo("amazon  12345");
    }

    @Test
    void isCutToAWidthWithEveryColourEnded() {
        assertThat(line.shown(13, true))
                .isEqualTo(ESCAPE + "[36mamazon  " + ESCAPE + "[0m" + ESCAPE + "[31m12345" + ESCAPE + "[0m");
        assertThat(line.shown(11, true))
                .isEqualTo(ESCAPE + "[36mamazon  " + ESCAPE + "[0m" + ESCAPE + "[31m12…" + ESCAPE + "[0m");
        assertThat(line.shown(4, false)).isEqualTo("ama…");
    }

    @Test
    void countsLettersThatTakeTwoPlacesAsTwo() {
        assertThat(new ColouredLine().add("大小大小", Colour.PLAIN).shown(6, false)).isEqualTo("大小…");
    }

    @Test
    void obeysNothingThatAPartSays() {
        assertThat(new ColouredLine().add(ESCAPE + "[2J\n", Colour.PLAIN).shown(80, true))
                .isEqualTo("\\u001b[2J\\u000a");
    }
}

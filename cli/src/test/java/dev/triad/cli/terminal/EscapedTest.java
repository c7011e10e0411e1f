package dev.triad.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedTest {
    private static final String ESCAPE = Character.toString(27);

    @Test
    void leavesTextOfAnyScriptAsItIs() {
        assertThat(Escaped.of("Größe 大小 😀 ×")).isEqualTo("Größe 大小 😀 ×");
    }

    @Test
    void showsWhatClearsTheScreenInsteadOfDoingIt() {
        assertThat(Escaped.of(ESCAPE + "[2J")).isEqualTo("\\u001b[2J");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, '\n', '\r', 0x7F, 0x9B, 0x200E, 0x202E, 0x2028, 0xFEFF, 0xD800, 0xE000})
    void showsEveryCharacterThatSteersOrTurnsAsItsEscape(int codePoint) {
        assertThat(Escaped.of("a" + Character.toString(codePoint) + "b")).isEqualTo("a\\u%04xb".formatted(codePoint));
    }

    @Test
    void showsATagBeyondSixteenBitsAsItsTwoHalves() {
        assertThat(Escaped.of(Character.toString(0xE0041))).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void leavesJsonTheSameJson() throws JsonProcessingException {
        // Given
        String hostile = ESCAPE + "]0;title" + Character.toString(0x9B) + Character.toString(0x202E);
        String json =
                JsonNodeFactory.instance.objectNode().put("subject", hostile).toString();

        // When
        String escaped = Escaped.of(json);

        // Then
        assertThat(escaped).matches("\\p{Print}*");
        assertThat(new ObjectMapper().readTree(escaped).path("subject").asText())
                .isEqualTo(hostile);
    }
}

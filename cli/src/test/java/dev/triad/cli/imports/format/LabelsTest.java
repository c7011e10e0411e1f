package dev.triad.cli.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.imports.input.RejectedLineException;
import dev.triad.events.UsageRecorded;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
    @Test
    void whatDoesNotFitTheContractIsMadeToFit() {
        Map<String, String> labels = new Labels()
                .put("long", "x".repeat(300))
                .put("lines", "a\nb")
                .put("empty", "")
                .put("absent", null)
                .toMap();

        assertThat(labels)
                .containsEntry("long", "x".repeat(255) + "…")
                .containsEntry("lines", "a b")
                .containsEntry("empty", "(empty)")
                .doesNotContainKey("absent");
    }

    @Test
    void moreLabelsThanAUsageCarriesAreLeftOutAndCounted() {
        Labels labels = new Labels();
        for (int i = 0; i < 70; i++) {
            labels.put("label-%02d".formatted(i), "x");
        }

        assertThat(labels.toMap()).hasSize(UsageRecorded.LABELS_MAX).containsEntry("labels-omitted", "7");
    }

    @Test
    void tagsAreTextsWhateverTheirKind() {
        assertThat(Tags.parse("{\"a\":\"x\",\"b\":true,\"c\":1.5,\"d\":null,\"e\":{\"f\":1}}"))
                .containsOnly(
                        Map.entry("a", "x"),
                        Map.entry("b", "true"),
                        Map.entry("c", "1.5"),
                        Map.entry("d", "null"),
                        Map.entry("e", "{\"f\":1}"));
        assertThat(Tags.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"a\"", "{\"a\":1} x", "a=b"})
    void tagsThatAreNoObjectAreRejected(String json) {
        assertThatThrownBy(() -> Tags.parse(json))
                .isInstanceOf(RejectedLineException.class)
                .hasMessageStartingWith("Tags is not");
    }
}

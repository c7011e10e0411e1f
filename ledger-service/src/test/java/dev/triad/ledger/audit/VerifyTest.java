package dev.triad.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {
    private static final LaneHead HEAD = new LaneHead("sales-0", 3, "ab".repeat(32), 1_042);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    @Test
    void aReportMayServeAsNotedHeads() throws IOException {
        // Given
        Path file = folder.resolve("report.json");

        // When
        new Report(new Findings(1), List.of(HEAD), 10, Duration.ofSeconds(1)).write(file);

        // Then
        assertThat(HeadsFile.read(file)).containsExactly(HEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"lanes\":[]}", "{\"lanes\":[{\"lane\":\"sales-0\",\"height\":1,\"hash\":\"xy\"}]}"})
    void whatIsNoHeadsFileIsSaidSo(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("heads.json"), content);

        assertThatThrownBy(() -> HeadsFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("head");
    }

    @Test
    void theFirstDifferencesAreNamedAndAllAreCounted() {
        // Given
        Findings findings = new Findings(1);
        findings.differ(Subject.ENTRIES, "sales-3-1042", 1, 2);
        findings.differ(Subject.LINKS, "link 1 of sales-3", 3, 4);

        // When
        List<String> lines = new Report(findings, List.of(HEAD), 10, Duration.ofSeconds(1)).lines();

        // Then
        assertThat(String.join("\n", lines))
                .contains("2 differences", "entries, sales-3-1042: expected 1, found 2", "and 1 more", HEAD.hash())
                .doesNotContain("link 1 of sales-3");
    }

    @Test
    void whatIsNotUnderstoodIsWrongUsage() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);

        assertThat(Verify.run(new String[] {"what"}, nowhere, nowhere)).isEqualTo(2);
        assertThat(Verify.run(new String[] {"--database=jdbc:postgresql://x/y"}, nowhere, nowhere))
                .isEqualTo(2);
    }
}

package dev.triad.ledger.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every question of the page on cross-subsidy has the answer that the page shows. */
class CrossSubsidyDocTest {
    private static final Path PAGE = Path.of("../docs/cross-subsidy.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "```question\nPOST /api/v1/analysis/(\\S+)\n(.*?)```\n\n```answer\n(.*?)```", Pattern.DOTALL);
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    @TestFactory
    Stream<DynamicTest> everyQuestionHasItsAnswer() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(EXAMPLE.matcher(page).results().count())
                .isEqualTo(Pattern.compile("```question\nPOST")
                        .matcher(page)
                        .results()
                        .count())
                .isPositive();
        return EXAMPLE.matcher(page)
                .results()
                .map(example -> DynamicTest.dynamicTest(
                        example.group(1),
                        () -> assertThat(answer(example.group(1), example.group(2)))
                                .isEqualTo(MAPPER.readTree(example.group(3)))));
    }

    private static JsonNode answer(String analysis, String question) throws IOException {
        return MAPPER.valueToTree(
                switch (analysis) {
                    case "cost-games" -> new CostGames().play(MAPPER.readValue(question, CostGameRequest.class));
                    case "allocations" ->
                        new Allocations().allocate(MAPPER.readValue(question, AllocationRequest.class));
                    default -> throw new IllegalArgumentException("no analysis " + analysis);
                });
    }
}

package dev.triad.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void encodesWhatItIsMadeOf() {
        Question question = Question.of("groups", "a/b?c", "accounts")
                .with("prefix", "store:revenue & more")
                .with("unit", null)
                .with("limit", 5);

        assertThat(question).hasToString("/groups/a%2Fb%3Fc/accounts?prefix=store%3Arevenue%20%26%20more&limit=5");
    }
}

package dev.triad.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final int ITEMS = 7;
    private static final int PAGE = 3;

    private final List<String> asked = new ArrayList<>();

    @Test
    void followsTheCursorsToTheEndAndTakesTheLastPagesClosingBalance() {
        JsonNode whole = joined(100);

        assertThat(whole.path("lines").valueStream().map(JsonNode::asInt)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(whole.path("openingBalance").asInt()).isZero();
        assertThat(whole.path("closingBalance").asInt()).isEqualTo(ITEMS);
        assertThat(whole.has("nextCursor")).isFalse();
        assertThat(asked).containsExactly("/x?limit=3", "/x?cursor=3&limit=3", "/x?cursor=6&limit=3");
    }

    @Test
    void stopsAtTheLimitAndSaysWhereToGoOn() {
        JsonNode whole = joined(5);

        assertThat(whole.path("lines")).hasSize(5);
        assertThat(whole.path("closingBalance").asInt()).isEqualTo(5);
        assertThat(whole.path("nextCursor").asText()).isEqualTo("5");
        assertThat(asked).last().isEqualTo("/x?cursor=3&limit=2");
    }

    private ObjectNode joined(int limit) {
        return Pages.joined(this::answer, Question.of("x"), "lines", "closingBalance", limit, PAGE);
    }

    /** A page as the ledger makes it: of as many items as were asked for, from the cursor on. */
    private JsonNode answer(Question question) {
        String text = question.toString();
        asked.add(text);
        int from = number(text, "cursor");
        int to = Math.min(ITEMS, from + number(text, "limit"));
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("openingBalance", from);
        for (int i = from; i < to; i++) {
            page.withArray("lines").add(i);
        }
        page.put("closingBalance", to);
        return to == ITEMS ? page : page.put("nextCursor", Integer.toString(to));
    }

    private static int number(String text, String parameter) {
        int at = text.indexOf(parameter + "=");
        return at < 0
                ? 0
                : Integer.parseInt(text.substring(at + parameter.length() + 1).split("&", 2)[0]);
    }
}

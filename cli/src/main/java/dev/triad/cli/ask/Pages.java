package dev.triad.cli.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** The pages of a long list as one: the first page with the items of all, up to a limit. */
final class Pages {
    private static final String CURSOR = "nextCursor";

    private Pages() {}

    /**
     * Follows the cursors until there is no more, or the limit is reached; then {@code nextCursor} stays and says where
     * to go on.
     *
     * @param list the field that the items are in
     * @param closing a field of which the last page's value counts, and not the first's
     */
    static ObjectNode joined(
            Function<Question, JsonNode> ledger, Question question, String list, String closing, int limit, int page) {
        ObjectNode whole = page(ledger, question, list, limit, page);
        ArrayNode items = (ArrayNode) whole.get(list);
        while (whole.hasNonNull(CURSOR) && items.size() < limit) {
            Question next = question.with("cursor", whole.get(CURSOR).asText());
            ObjectNode more = page(ledger, next, list, limit - items.size(), page);
            items.addAll((ArrayNode) more.get(list));
            take(more, CURSOR, whole);
            take(more, closing, whole);
        }
        return whole;
    }

    private static ObjectNode page(
            Function<Question, JsonNode> ledger, Question question, String list, int wanted, int page) {
        ObjectNode answer = (ObjectNode) ledger.apply(question.with("limit", Math.min(wanted, page)));
        answer.withArray(list);
        return answer;
    }

    private static void take(ObjectNode from, String field, ObjectNode to) {
        if (from.hasNonNull(field)) {
            to.set(field, from.get(field));
        } else {
            to.remove(field);
        }
    }
}

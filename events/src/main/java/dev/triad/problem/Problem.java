package dev.triad.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.triad.request.LogText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem, {@code application/problem+json}.
 *
 * @param type identifies the kind of problem; {@code about:blank} is never used
 * @param title the kind of problem in words, the same for every occurrence
 * @param status the HTTP status
 * @param detail what was wrong here, where, and what to do
 * @param code stable, for programs
 * @param errors one item a field, when fields were wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, @Nullable String detail, String code, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** How much of a detail or a message is said, from its beginning and from its end. */
    static final int SHOWN_EACH_MAX = 150;

    public Problem {
        detail = detail == null ? null : sentence(detail);
    }

    /**
     * A field that was wrong.
     *
     * @param field where in the request
     * @param message what was wrong with it
     */
    public record FieldError(String field, String message) {
        public FieldError {
            field = sentence(field);
            message = sentence(message);
        }
    }

    /** What was asked for is often named, and may be anything: it stays on one line, and does not go on for ever. */
    private static String sentence(String text) {
        String line = LogText.escaped(text);
        int length = line.codePointCount(0, line.length());
        return length <= 2 * SHOWN_EACH_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN_EACH_MAX))
                        + '…'
                        + line.substring(line.offsetByCodePoints(line.length(), -SHOWN_EACH_MAX));
    }

    public static Problem of(int status, String code, String title, @Nullable String detail) {
        return new Problem("urn:triad:problem:" + code, title, status, detail, code, List.of());
    }

    public static Problem of(int status, String code, String title, @Nullable String detail, List<FieldError> errors) {
        return new Problem("urn:triad:problem:" + code, title, status, detail, code, List.copyOf(errors));
    }
}

package dev.triad.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    /**
     * A field that was wrong.
     *
     * @param field where in the request
     * @param message what was wrong with it
     */
    public record FieldError(String field, String message) {}

    public static Problem of(int status, String code, String title, @Nullable String detail) {
        return new Problem("urn:triad:problem:" + code, title, status, detail, code, List.of());
    }

    public static Problem of(int status, String code, String title, @Nullable String detail, List<FieldError> errors) {
        return new Problem("urn:triad:problem:" + code, title, status, detail, code, List.copyOf(errors));
    }
}

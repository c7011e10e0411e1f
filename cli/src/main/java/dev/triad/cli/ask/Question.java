package dev.triad.cli.ask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of the ledger's API: a path below {@code /api/v1} with its parameters, all of them encoded. */
public final class Question {
    private final String text;

    private Question(String text) {
        this.text = text;
    }

    /** A path of these segments. */
    public static Question of(String... segments) {
        return new Question(Stream.of(segments).map(Question::encoded).collect(Collectors.joining("/", "/", "")));
    }

    /** The same with a parameter more, unless it has no value. */
    public Question with(String parameter, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        char separator = text.indexOf('?') < 0 ? '?' : '&';
        return new Question(text + separator + parameter + '=' + encoded(value.toString()));
    }

    @Override
    public String toString() {
        return text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

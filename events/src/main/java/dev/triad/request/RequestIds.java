package dev.triad.request;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a request, by which a caller finds it in the logs. A caller's own is taken when it cannot be mistaken for
 * anything else there: 1 to {@value #LENGTH_MAX} letters, digits, {@code . _ : + / = @ -}. Any other gets a new one.
 */
public final class RequestIds {
    /** The header that brings it, and takes it back. */
    public static final String HEADER = "X-Request-Id";

    /** Its name among what a line of the log says beside its message. */
    public static final String LOGGED_AS = "requestId";

    static final int LENGTH_MAX = 128;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:+/=@-]{1," + LENGTH_MAX + "}");

    private RequestIds() {}

    /** The caller's own when it has the form, else a new one. */
    public static String of(@Nullable String given) {
        return given != null && FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}

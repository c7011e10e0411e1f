package dev.triad.cli.imports.format;

import dev.triad.events.CloudEvent;
import java.math.BigDecimal;

/** Where a format puts what it made of a row. */
public interface Output {
    /** What a class becomes that is reported and left out of the books. */
    String NOT_POSTED = "not posted";

    void event(CloudEvent event);

    /**
     * One line of the file belongs to a class. Every line that is not rejected is classified once, so that the
     * classes sum to the whole file.
     *
     * @param lineClass the class as the report names it; there are few
     * @param becomes what the class is posted as, or that it is not posted
     * @param amount the line's amount in the format's {@linkplain Format#measure() measure}
     */
    void classify(String lineClass, String becomes, BigDecimal amount);

    /** Something that the report says beside the classes, summed up by name. */
    void note(String name, long count, BigDecimal amount);
}

package dev.triad.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operation asks of its caller. An operation that says neither this nor {@link Open} fails the build, and is
 * refused where access is controlled.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Role value();

    /** Whether it is about all groups at once, so that only who sees all of them may ask. */
    boolean everyGroup() default false;
}

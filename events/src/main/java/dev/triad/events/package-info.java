/**
 * The event contract: what a unit may say, how it is written to Kafka, and how it is read back.
 *
 * <p>The JSON Schemas under {@code schemas/} are the contract; these records are its Java form and a
 * test holds the two together. Nothing here knows of a framework.
 */
@NullMarked
package dev.triad.events;

import org.jspecify.annotations.NullMarked;

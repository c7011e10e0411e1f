package dev.triad.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Creates the topics on a broker that an operator, and not {@code ./triad}, has started. Exit codes: 0 when all are
 * there and can be written, 1 when the broker did not answer, 2 for wrong usage.
 */
public final class CreateTopics {
    /** Held for as long as the program runs: its level would be forgotten with it. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private CreateTopics() {}

    /**
     * @param arguments the brokers, {@code host:port} and separated by commas; where these ask who one is, a properties
     *     file that says how an administrator comes in
     */
    public static void main(String[] arguments) throws InterruptedException {
        KAFKA.setLevel(Level.SEVERE);
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("CreateTopics takes the brokers, and a file of settings where they ask for one:"
                    + " HOST:PORT[,HOST:PORT...] [SETTINGS-FILE]");
            System.exit(2);
        }
        try {
            Path settings = arguments.length == 2 ? Path.of(arguments[1]) : null;
            new TopicSetup(BrokerAccess.of(arguments[0], settings)).create();
        } catch (IOException e) {
            System.err.printf("%s: %s at %s%n", e, e.getCause(), arguments[0]);
            System.exit(1);
        }
        System.out.println("The topics are there: " + String.join(", ", Topics.EVENTS) + ", " + Topics.SIMULATION);
    }
}

package dev.triad.rights;

import dev.triad.events.BrokerAccess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;

/**
 * Makes a broker's users and rights those of {@link LogUser}, as often as it is run. Exit codes: 0 when they are, 1 when
 * a password could not be read or the broker did not answer or refused, 2 for wrong usage. It prints no password.
 */
public final class SetRights {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** Held for as long as the program runs: its level would be forgotten with it. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private SetRights() {}

    /**
     * @param arguments the brokers, {@code host:port} and separated by commas; a properties file that says how an
     *     administrator comes in; a folder with a file for each user, of its name, that holds its password
     */
    public static void main(String[] arguments) throws InterruptedException {
        KAFKA.setLevel(Level.SEVERE);
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
        if (arguments.length != 3) {
            err.println("SetRights takes three arguments: HOST:PORT[,HOST:PORT...] SETTINGS-FILE PASSWORD-FOLDER");
            return USAGE;
        }
        try {
            Map<String, Password> users = passwords(Path.of(arguments[2]));
            try (BrokerRights broker = new BrokerRights(BrokerAccess.of(arguments[0], Path.of(arguments[1])))) {
                BrokerRights.Changes changes = broker.set(users, LogUser.allRights());
                out.printf(
                        "Users set: %d, taken away: %d. Rights given: %d, taken away: %d.%n",
                        changes.users(), changes.gone(), changes.granted(), changes.revoked());
            }
            return DONE;
        } catch (IOException | KafkaException e) {
            err.printf("%s%s (at %s)%n", e, e.getCause() == null ? "" : ": " + e.getCause(), arguments[0]);
            return FAILED;
        }
    }

    private static Map<String, Password> passwords(Path folder) throws IOException {
        Map<String, Password> passwords = new HashMap<>();
        for (LogUser user : LogUser.values()) {
            passwords.put(user.userName(), Password.read(folder.resolve(user.userName())));
        }
        return passwords;
    }
}

package dev.triad.cli.stack;

import java.io.IOException;
import java.util.function.Consumer;

/** How one component starts. */
interface Starter {
    /**
     * Launches the component and returns when it answers.
     *
     * @param launched told of the process as soon as there is one, so that it can be stopped at any time
     * @throws StartException when it does not come up, with a sentence that says why
     */
    void start(Consumer<Running> launched) throws IOException, InterruptedException;
}

package dev.triad.simulation.scenario;

/** A scenario file that cannot be used: which file, where in it, and what is wrong. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScenarioException(String message) {
        super(message);
    }

    public ScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}

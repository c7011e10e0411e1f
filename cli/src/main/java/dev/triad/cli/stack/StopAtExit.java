package dev.triad.cli.stack;

/** Stops the stack once, whether it is Ctrl-C, {@code triad down} or a failure that ends it. */
final class StopAtExit {
    private final Supervisor supervisor;
    private boolean stopped;

    private StopAtExit(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    static StopAtExit register(Supervisor supervisor) {
        StopAtExit stopAtExit = new StopAtExit(supervisor);
        Runtime.getRuntime().addShutdownHook(new Thread(stopAtExit::stopNow, "stop"));
        return stopAtExit;
    }

    /** Returns when the stack is stopped, even if another thread has begun to do so. */
    synchronized void stopNow() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            supervisor.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

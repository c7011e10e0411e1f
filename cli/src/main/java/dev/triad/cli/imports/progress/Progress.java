package dev.triad.cli.imports.progress;

/** Shows how far a task has come. */
public interface Progress {
    /** Shows nothing. */
    Progress SILENT = (_, _, _) -> new Bar() {
        @Override
        public void to(long done) {}

        @Override
        public void close() {}
    };

    /**
     * Begins to show a task.
     *
     * @param task what is being done, in one word
     * @param unit what is counted
     * @param total how many there are
     */
    Bar start(String task, String unit, long total);

    /** One task's progress; closing it ends the show. */
    interface Bar extends AutoCloseable {
        void to(long done);

        @Override
        void close();
    }
}

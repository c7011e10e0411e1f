package dev.triad.ledger.book;

import dev.triad.ledger.journal.Failures;
import dev.triad.ledger.timer.Timer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.JdbiException;

/** Has books rebuilt, one at a time, and live ones brought on. */
@ApplicationScoped
class BookTimers {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How often a book is brought on before another has its turn. */
    private static final int STEPS_MAX = 10;

    private final BookStore store;
    private final Rebuild rebuild;
    private final Follow follow;
    private final List<Timer> timers = new ArrayList<>();

    BookTimers(BookStore store, Rebuild rebuild, Follow follow) {
        this.store = store;
        this.rebuild = rebuild;
        this.follow = follow;
    }

    void onStart(@Observes StartupEvent event) {
        timers.add(Timer.start("book-rebuild", PAUSE, this::rebuild));
        timers.add(Timer.start("book-follow", PAUSE, this::follow));
    }

    @PreDestroy
    void onStop() {
        timers.forEach(Timer::close);
    }

    private void rebuild() throws Exception {
        forEach("rebuild", store::rebuilding, rebuild::run);
    }

    private void follow() throws Exception {
        forEach("follow", store::behind, id -> {
            Pace pace = new Pace();
            for (int i = 0; i < STEPS_MAX && follow.step(id); i++) {
                pace.rest();
            }
        });
    }

    private interface Ids {
        List<Integer> get();
    }

    private interface Work {
        void run(int id) throws SQLException, InterruptedException;
    }

    /** A book that fails keeps back no other. */
    private void forEach(String what, Ids ids, Work work) throws Exception {
        Exception failure = null;
        for (int id : ids.get()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                run(what, id, work);
            } catch (SQLException | JdbiException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** What time heals is thrown, to be tried again; what it does not, ends the book. */
    private void run(String what, int id, Work work) throws SQLException, InterruptedException {
        try {
            work.run(id);
        } catch (SQLException e) {
            if (Failures.heal(e)) {
                throw e;
            }
            fail(what, id, e, "The database refuses it: " + e.getSQLState() + ".");
        } catch (ArithmeticException e) {
            fail(what, id, e, "An amount does not fit 64 bits at the group's scale.");
        } catch (JdbiException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(what, id, e, "The log of the ledger says why.");
        }
    }

    private void fail(String what, int id, Exception e, String detail) {
        Log.errorf(e, "book failed what=%s book=%d", what, id);
        store.fail(id, detail);
    }
}

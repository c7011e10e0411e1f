package dev.triad.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The ways to the database. What answers a question reads by connections of its own, which can write nothing: questions
 * never wait for what is being posted to give a connection back, nor the other way round.
 */
@ApplicationScoped
public class Database {
    /** The data source of whatever only reads, by its name in the settings. */
    static final String READING = "reading";

    @Produces
    @ApplicationScoped
    Jdbi reading(Questions questions) {
        return Jdbi.create(questions);
    }

    @Produces
    @Writing
    @ApplicationScoped
    Jdbi writing(DataSource dataSource) {
        return Jdbi.create(dataSource);
    }
}

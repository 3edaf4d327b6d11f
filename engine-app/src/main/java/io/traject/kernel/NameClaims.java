package io.traject.kernel;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one at a time take a name: who takes the same at the same instant waits, and then finds it taken. */
@Component
public class NameClaims {

    private final JdbcClient database;

    NameClaims(JdbcClient database) {
        this.database = database;
    }

    /**
     * From now until this transaction ends nobody else gets beyond a claim of the same name; to be called before looking
     * whether it is taken.
     *
     * @param kind of what is named, such as {@code user}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(String kind, String name) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(kind + ' ' + name.toLowerCase(Locale.ROOT))
                .query(row -> {});
    }
}

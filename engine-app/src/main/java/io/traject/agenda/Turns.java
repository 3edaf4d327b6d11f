package io.traject.agenda;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes changes that could break a rule together come one after the other. */
@Component
class Turns {

    private final JdbcClient database;

    Turns(JdbcClient database) {
        this.database = database;
    }

    /** Waits until no other transaction has the turn; this one keeps it until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String what, UUID which) {
        database.sql("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                .params(what, which.toString())
                .query((row, number) -> true)
                .single();
    }
}

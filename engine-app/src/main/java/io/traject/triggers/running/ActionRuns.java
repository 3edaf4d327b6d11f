package io.traject.triggers.running;

import io.traject.kernel.BusinessTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of each action of each firing. */
@Repository
class ActionRuns {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    ActionRuns(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** How far an action is. */
    enum State {
        DONE,
        /** It was refused or failed, and is tried again when somebody asks. */
        FAILED,
        /** Somebody decided that it is not to be done. */
        SKIPPED
    }

    /**
     * An action that was tried.
     *
     * @param code of the text {@code trigger.done.<code>}, {@code refusal.<code>} or, for a fault, {@code fault}
     * @param attempts so far
     */
    record Run(int position, String kind, State state, String code, List<String> arguments, int attempts, Instant at) {}

    /** Waits until nobody else does the same action. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Run> locked(UUID firing, int position) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params(firing.toString(), position)
                .query((row, number) -> 0)
                .single();
        return of(firing).stream().filter(run -> run.position() == position).findFirst();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void note(UUID firing, int position, String kind, State state, String code, List<String> arguments) {
        jdbc.sql("""
                        insert into triggers_action_run (firing_id, position, kind, state, code, arguments, attempts, at)
                        values (?, ?, ?, ?, ?, ?, 1, ?)
                        on conflict (firing_id, position) do update set state = excluded.state, code = excluded.code,
                            arguments = excluded.arguments, at = excluded.at,
                            attempts = triggers_action_run.attempts + 1
                        where triggers_action_run.state = 'FAILED'
                        """)
                .params(
                        firing,
                        position,
                        kind,
                        state.name(),
                        code,
                        arguments.toArray(String[]::new),
                        time.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order of the actions. */
    @Transactional(readOnly = true)
    List<Run> of(UUID firing) {
        return jdbc.sql("select * from triggers_action_run where firing_id = ? order by position")
                .param(firing)
                .query((row, number) -> new Run(
                        row.getInt("position"),
                        row.getString("kind"),
                        State.valueOf(row.getString("state")),
                        row.getString("code"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getInt("attempts"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database refuses is told without the values of the row: they may be somebody's name, and faults are logged. */
@TrajectTest
class ValuesStayOutOfTheLogTest {

    private static final String NAME = "Jansen-van Voorbeeld";

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void shouldRefuseARowWithoutTellingItsValues() {
        Throwable refused = catchThrowable(() -> jdbc.batchUpdate(
                "insert into cases_case (id, number, type, organisation_id, subject, state, stage, due_at, opened_at,"
                        + " version) values (?, ?, 'RE_EXAMINATION', ?, ?, 'NOWHERE', 'CREATED', now(), now(), 0)",
                List.of(
                        new Object[] {UUID.randomUUID(), NAME, UUID.randomUUID(), NAME},
                        new Object[] {UUID.randomUUID(), NAME, UUID.randomUUID(), NAME})));

        assertThat(refused).isInstanceOf(DataIntegrityViolationException.class);
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(NAME);
        }
    }
}

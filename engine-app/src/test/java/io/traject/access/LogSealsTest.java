package io.traject.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.audit.Log;
import io.traject.access.audit.SealCheck.Fault;
import io.traject.access.audit.SealCheck.Finding;
import io.traject.access.audit.SealCheck.Result;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code --traject.check-logs} says of a log. */
class LogSealsTest {

    @Test
    void shouldSayThatTheNewestBlocksWereRemovedOrSealedAnew() {
        assertThat(line(Fault.NEWEST_REMOVED))
                .isEqualTo(
                        "LOOKS: not as sealed, NEWEST_REMOVED in block 4: a check saw it as the newest, and the latest "
                                + "blocks were removed with their lines since");
        assertThat(line(Fault.NEWEST_REPLACED))
                .isEqualTo(
                        "LOOKS: not as sealed, NEWEST_REPLACED in block 4: a check saw another as the newest, and the "
                                + "latest blocks were sealed anew since");
        assertThat(line(Fault.ROW_MISSING)).isEqualTo("LOOKS: not as sealed, ROW_MISSING in block 4");
    }

    private static String line(Fault fault) {
        return LogSeals.line(new Result(Log.LOOKS, 3, 30, 3, "ab12", Optional.of(new Finding(fault, 4))));
    }
}

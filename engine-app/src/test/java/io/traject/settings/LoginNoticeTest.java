package io.traject.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.settings.LoginNotice.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginNoticeTest {

    private static final Instant FROM = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofHours(2));

    @Test
    void shouldBeVisibleFromItsBeginningUntilItsEnd() {
        LoginNotice notice = new LoginNotice(content(Optional.of(UNTIL)));

        assertThat(notice.state(FROM.minusMillis(1))).isEqualTo(State.PLANNED);
        assertThat(notice.state(FROM)).isEqualTo(State.VISIBLE);
        assertThat(notice.state(UNTIL.minusMillis(1))).isEqualTo(State.VISIBLE);
        assertThat(notice.state(UNTIL)).isEqualTo(State.PAST);
    }

    @Test
    void shouldStayWithoutAnEnd() {
        assertThat(new LoginNotice(content(Optional.empty())).state(FROM.plus(Duration.ofDays(4000))))
                .isEqualTo(State.VISIBLE);
    }

    @Test
    void shouldNotEndBeforeItBegins() {
        assertThatThrownBy(() -> content(Optional.of(FROM))).isInstanceOf(IllegalArgumentException.class);
    }

    private static LoginNotice.Content content(Optional<Instant> until) {
        return new LoginNotice.Content(
                LoginNotice.Kind.TROUBLE, "Onderhoud vanavond", "Maintenance tonight", FROM, until);
    }
}

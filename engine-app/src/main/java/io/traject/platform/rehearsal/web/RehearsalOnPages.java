package io.traject.platform.rehearsal.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.platform.rehearsal.OnRehearsal;
import io.traject.platform.rehearsal.RehearsalClock;
import io.traject.web.FrameNotice;
import io.traject.web.NavigationEntry;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says on every page that the clock is not real, and leads to the page that moves it. */
@Configuration
@OnRehearsal
class RehearsalOnPages {

    /** @param movable whether the visitor may move the clock */
    record Shown(Instant now, boolean movable) {}

    @Bean
    FrameNotice rehearsalNotice(RehearsalClock clock, Authorization authorization) {
        return new FrameNotice(
                "platform/rehearsal-clock :: notice",
                () -> new Shown(clock.now(), authorization.mayForInstallation(Permission.ADMINISTRATION)));
    }

    @Bean
    NavigationEntry rehearsalClockEntry(Authorization authorization) {
        return NavigationEntry.of("rehearsal-clock", "platform.rehearsal.title", RehearsalClockPage.PATH, "clock", 90)
                .under("operations")
                .when(() -> authorization.mayForInstallation(Permission.ADMINISTRATION));
    }
}

package io.traject.platform.rehearsal.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.platform.rehearsal.ClockAdvance;
import io.traject.platform.rehearsal.OnRehearsal;
import io.traject.platform.rehearsal.RehearsalClock;
import io.traject.web.Flash;
import io.traject.web.Progress;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves the clock of a rehearsal and shows what fell due. */
@Controller
@OnRehearsal
@RequestMapping(RehearsalClockPage.PATH)
class RehearsalClockPage {

    static final String PATH = "/operations/rehearsal-clock";

    private static final int WHOLE_WAY = 100;

    private final RehearsalClock clock;
    private final BusinessTime time;
    private final Authorization authorization;

    RehearsalClockPage(RehearsalClock clock, BusinessTime time, Authorization authorization) {
        this.clock = clock;
        this.time = time;
        this.authorization = authorization;
    }

    /** The buttons, and what each means. */
    enum Step {
        DAY,
        FIVE_DAYS,
        NEXT_DUE,
        DATE
    }

    @GetMapping
    String show(Model model) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        model.addAttribute("now", clock.now());
        model.addAttribute("ahead", clock.ahead().toDays());
        clock.latest().ifPresent(latest -> {
            model.addAttribute("latest", latest);
            model.addAttribute("progress", progress(latest));
        });
        return "platform/rehearsal-clock";
    }

    @GetMapping("/progress")
    String progress(Model model, HttpServletResponse response) {
        show(model);
        if (clock.latest().filter(latest -> !latest.ended()).isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "platform/rehearsal-clock :: clock-running";
    }

    @PostMapping
    String move(
            @RequestParam Step step,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            RedirectAttributes redirect) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        clock.begin(target(step, date).orThrow()).orThrow();
        Flash.info(redirect, "platform.rehearsal.begun");
        return "redirect:" + PATH;
    }

    private Outcome<Instant> target(Step step, @Nullable LocalDate date) {
        return switch (step) {
            case DAY -> Outcome.done(clock.now().plus(Duration.ofDays(1)));
            case FIVE_DAYS -> Outcome.done(clock.now().plus(Duration.ofDays(5)));
            case NEXT_DUE ->
                clock.nextDue().map(Outcome::done).orElseGet(() -> Outcome.refused("rehearsal-nothing-due"));
            case DATE ->
                date == null
                        ? Outcome.refused("rehearsal-no-date")
                        : Outcome.done(date.atStartOfDay(time.zone()).toInstant());
        };
    }

    private static Progress progress(ClockAdvance latest) {
        return new Progress(latest.percent(), 0, WHOLE_WAY, !latest.ended());
    }
}

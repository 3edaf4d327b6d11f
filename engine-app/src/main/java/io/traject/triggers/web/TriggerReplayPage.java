package io.traject.triggers.web;

import io.traject.events.EventSnapshot;
import io.traject.events.PassingDates;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.RuleWords.Teller;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.replay.Compared;
import io.traject.triggers.replay.Replay;
import io.traject.triggers.replay.Replay.State;
import io.traject.triggers.replay.ReplayTrigger;
import io.traject.web.Flash;
import io.traject.web.Meaning;
import io.traject.web.Progress;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a draft would have done at the events of a period, beside what is published. */
@Controller
@RequestMapping("/admin/triggers/{id}/replays")
class TriggerReplayPage {

    private static final int SHOWN = 100;
    private static final int USUAL_DAYS = 30;

    private final TriggerBook book;
    private final ReplayTrigger replayTrigger;
    private final RuleWords words;
    private final EventDigest digest;
    private final BusinessTime time;

    TriggerReplayPage(
            TriggerBook book, ReplayTrigger replayTrigger, RuleWords words, EventDigest digest, BusinessTime time) {
        this.book = book;
        this.replayTrigger = replayTrigger;
        this.words = words;
        this.digest = digest;
        this.time = time;
    }

    /** The newest events at which it fires so. @param count of all of them */
    record Found(Compared compared, long count, List<Hit> newest) {}

    /** An event at which it fires. @param tells what tells it from others */
    record Hit(EventSnapshot event, String tells) {}

    @GetMapping
    String form(@PathVariable UUID id, Locale locale, Model model) {
        LocalDate today = time.today();
        return form(id, today.minusDays(USUAL_DAYS), today, locale, model);
    }

    @PostMapping
    String begin(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Locale locale,
            Model model) {
        return switch (replayTrigger.begin(id, from, until)) {
            case Outcome.Done<Replay>(Replay replay) -> "redirect:" + path(replay);
            case Outcome.Refused<Replay>(Refusal refusal) -> {
                if (refusal.code().equals(ReplayTrigger.WRONG_PERIOD)) {
                    model.addAttribute("wrongPeriod", true);
                } else {
                    model.addAttribute(
                            Flash.ATTRIBUTE,
                            Flash.of(
                                    Meaning.DANGER,
                                    refusal.messageKey(),
                                    refusal.arguments().toArray()));
                }
                yield form(id, from, until, locale, model);
            }
        };
    }

    @GetMapping("/{replay}")
    String show(@PathVariable UUID id, @PathVariable UUID replay, Locale locale, Model model) {
        Trigger trigger = book.get(id);
        Replay shown = replayTrigger.get(id, replay);
        Teller teller = words.of(trigger.organisation(), shown.content().event(), Language.of(locale));
        model.addAttribute("trigger", trigger);
        model.addAttribute("sentence", words.sentence(trigger.organisation(), shown.content(), Language.of(locale)));
        model.addAttribute("replay", shown);
        model.addAttribute("passing", PassingDates.isType(shown.content().event()));
        model.addAttribute("progress", progress(shown));
        model.addAttribute(
                "found",
                Arrays.stream(Compared.values())
                        .map(compared -> new Found(
                                compared,
                                shown.tally().of(compared),
                                replayTrigger.known(id, replay, compared, SHOWN).stream()
                                        .map(event -> new Hit(event, digest.of(event, shown.content(), teller)))
                                        .toList()))
                        .toList());
        return "triggers/replay";
    }

    @GetMapping("/{replay}/progress")
    String progress(@PathVariable UUID id, @PathVariable UUID replay, Model model, HttpServletResponse response) {
        Replay shown = replayTrigger.get(id, replay);
        model.addAttribute("replay", shown);
        model.addAttribute("progress", progress(shown));
        if (shown.state() != State.RUNNING) {
            response.setHeader("HX-Refresh", "true");
        }
        return "triggers/replay :: running";
    }

    @PostMapping("/{replay}/cancellation")
    String cancel(@PathVariable UUID id, @PathVariable UUID replay) {
        replayTrigger.cancel(id, replay);
        return "redirect:" + path(replayTrigger.get(id, replay));
    }

    private String form(UUID id, @Nullable LocalDate from, @Nullable LocalDate until, Locale locale, Model model) {
        Trigger trigger = book.get(id);
        model.addAttribute("trigger", trigger);
        model.addAttribute(
                "sentence",
                words.sentence(trigger.organisation(), trigger.written().content(), Language.of(locale)));
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("replays", replayTrigger.of(id));
        return "triggers/replays";
    }

    private static Progress progress(Replay replay) {
        return new Progress(replay.lookedAt(), 0, replay.total(), replay.state() == State.RUNNING);
    }

    private static String path(Replay replay) {
        return "/admin/triggers/%s/replays/%s".formatted(replay.trigger(), replay.id());
    }
}

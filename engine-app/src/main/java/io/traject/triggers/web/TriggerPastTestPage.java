package io.traject.triggers.web;

import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.events.PassingDates;
import io.traject.kernel.Language;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.RuleWords.Teller;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TryTrigger;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries a trigger on an event that really happened. What people are called is not looked up for it. */
@Controller
@RequestMapping("/admin/triggers/{id}/test/past")
class TriggerPastTestPage {

    private static final int OFFERED = 25;

    private final TriggerBook book;
    private final TryTrigger tryTrigger;
    private final EventSnapshots snapshots;
    private final RuleWords words;
    private final EventDigest digest;
    private final TrialView trialView;

    TriggerPastTestPage(
            TriggerBook book,
            TryTrigger tryTrigger,
            EventSnapshots snapshots,
            RuleWords words,
            EventDigest digest,
            TrialView trialView) {
        this.book = book;
        this.tryTrigger = tryTrigger;
        this.snapshots = snapshots;
        this.words = words;
        this.digest = digest;
        this.trialView = trialView;
    }

    /** An event to choose. @param tells what tells it from others */
    record Past(EventSnapshot event, String tells) {}

    @GetMapping
    String choose(@PathVariable UUID id, Locale locale, Model model) {
        return page(book.get(id), null, Language.of(locale), model);
    }

    @PostMapping
    String tryOut(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID event, Locale locale, Model model) {
        Language language = Language.of(locale);
        Trigger trigger = book.get(id);
        if (event != null) {
            TriggerContent content = trigger.written().content();
            trialView.show(trigger, content, tryTrigger.onPast(id, event, language), language, model);
        }
        return page(book.get(id), event, language, model);
    }

    private String page(Trigger trigger, @Nullable UUID chosen, Language language, Model model) {
        TriggerContent content = trigger.written().content();
        model.addAttribute("trigger", trigger);
        model.addAttribute("sentence", words.sentence(trigger.organisation(), content, language));
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "none", PassingDates.isType(content.event()) ? "triggers.passing.past" : "triggers.past.none.text");
        Teller teller = words.of(trigger.organisation(), content.event(), language);
        model.addAttribute(
                "events",
                snapshots.newest(trigger.organisation(), content.event(), OFFERED).stream()
                        .map(event -> new Past(event, digest.of(event, content, teller)))
                        .toList());
        return "triggers/test-past";
    }
}

package io.traject.triggers.web;

import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.editing.FieldNames;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.RuleWords.Teller;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerVersion;
import io.traject.triggers.editing.VersionDifference;
import io.traject.triggers.editing.VersionDifference.Change;
import io.traject.triggers.editing.VersionDifference.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is different between any two versions of a trigger. */
@Controller
@RequestMapping("/admin/triggers/{id}/versions")
class TriggerVersionsPage {

    private final TriggerBook book;
    private final RuleWords words;
    private final FieldNames names;
    private final ActionCatalogue actions;
    private final MessageSource messages;

    TriggerVersionsPage(
            TriggerBook book, RuleWords words, FieldNames names, ActionCatalogue actions, MessageSource messages) {
        this.book = book;
        this.words = words;
        this.names = names;
        this.actions = actions;
        this.messages = messages;
    }

    /** @param from number of the version to compare with; without it the one before */
    @GetMapping
    String compare(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Locale locale,
            Model model) {
        Trigger trigger = book.read(id);
        int newer = to == null ? trigger.newest().number() : to;
        TriggerVersion after = trigger.version(newer).orElseThrow(NotFoundException::new);
        TriggerVersion before =
                trigger.version(from == null ? Math.max(1, newer - 1) : from).orElseThrow(NotFoundException::new);
        Language language = Language.of(locale);
        Teller tellsBefore = words.of(trigger.organisation(), before.content().event(), language);
        Teller tellsAfter = words.of(trigger.organisation(), after.content().event(), language);
        model.addAttribute("trigger", trigger);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("head", head(before.content(), after.content(), language));
        model.addAttribute(
                "conditions",
                VersionDifference.ofConditions(
                        before.content().condition(),
                        tellsBefore,
                        after.content().condition(),
                        tellsAfter,
                        group -> text("triggers.editor.group." + group, language)));
        model.addAttribute(
                "actions",
                VersionDifference.ofActions(
                        before.content().actions(), tellsBefore, after.content().actions(), tellsAfter, actions));
        return "triggers/versions";
    }

    private List<Part> head(TriggerContent before, TriggerContent after, Language language) {
        return List.of(
                part(
                        "triggers.event",
                        names.event(before.event(), language),
                        names.event(after.event(), language),
                        language),
                part("triggers.editor.from", day(before.from()), day(after.from()), language),
                part("triggers.editor.until", day(before.until()), day(after.until()), language));
    }

    private Part part(String key, String before, String after, Language language) {
        String label = text(key, language);
        Change change = before.equals(after)
                ? Change.KEPT
                : before.isEmpty() ? Change.ADDED : after.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return new Part(change, 0, told(label, before), told(label, after));
    }

    private static String told(String label, String value) {
        return value.isEmpty() ? label + ": –" : label + ": " + value;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String text(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }
}

package io.traject.triggers.web;

import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.PublishTrigger;
import io.traject.triggers.editing.PublishTrigger.Outlook;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.web.Flash;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what publishing a trigger will do, and what stands in the way, before it is done. */
@Controller
@RequestMapping("/admin/triggers/{id}/publication")
class TriggerPublicationPage {

    private final TriggerBook book;
    private final PublishTrigger publish;
    private final RuleWords words;

    TriggerPublicationPage(TriggerBook book, PublishTrigger publish, RuleWords words) {
        this.book = book;
        this.publish = publish;
        this.words = words;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Locale locale, Model model) {
        Trigger trigger = book.get(id);
        Outlook outlook = publish.outlook(id);
        model.addAttribute("trigger", trigger);
        model.addAttribute("refusal", outlook.refusal().orElse(null));
        model.addAttribute("loops", outlook.loops());
        model.addAttribute(
                "sentence",
                trigger.open()
                        .map(draft -> words.sentence(trigger.organisation(), draft.content(), Language.of(locale)))
                        .orElse(""));
        return "triggers/publication";
    }

    /** @param agreed keys of loops that may be */
    @PostMapping
    String publish(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") Set<String> agreed,
            RedirectAttributes redirect) {
        return switch (publish.publish(id, OptionalLong.of(version), agreed)) {
            case Outcome.Done<Trigger>(Trigger trigger) -> {
                Flash.success(
                        redirect,
                        "triggers.published",
                        trigger.name(),
                        trigger.running().orElseThrow().number());
                yield "redirect:/admin/triggers/" + id;
            }
            case Outcome.Refused<Trigger>(Refusal refusal) -> {
                Flash.danger(redirect, refusal.messageKey(), refusal.arguments().toArray());
                yield "redirect:/admin/triggers/" + id + "/publication";
            }
        };
    }
}

package io.traject.triggers.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.ExplainedLine;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.RuleWords.Teller;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TryTrigger.Trial;
import io.traject.web.Flash;
import io.traject.web.Meaning;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows what came of trying a trigger: {@code triggers/explanation :: trial}. */
@Component
class TrialView {

    private final RuleWords words;
    private final Authorization authorization;
    private final MessageSource messages;

    TrialView(RuleWords words, Authorization authorization, MessageSource messages) {
        this.words = words;
        this.authorization = authorization;
        this.messages = messages;
    }

    void show(Trigger trigger, TriggerContent tried, Outcome<Trial> outcome, Language language, Model model) {
        switch (outcome) {
            case Outcome.Done<Trial>(Trial trial) -> show(trigger, tried, trial, language, model);
            case Outcome.Refused<Trial>(Refusal refusal) ->
                model.addAttribute(
                        Flash.ATTRIBUTE,
                        Flash.of(
                                Meaning.DANGER,
                                refusal.messageKey(),
                                refusal.arguments().toArray()));
        }
    }

    private void show(Trigger trigger, TriggerContent tried, Trial trial, Language language, Model model) {
        Teller teller = words.of(trigger.organisation(), tried.event(), language);
        model.addAttribute("trial", trial);
        model.addAttribute(
                "lines",
                ExplainedLine.of(
                        trial.explanation(),
                        teller,
                        group -> messages.getMessage("triggers.editor.group." + group, null, language.locale()),
                        authorization.may(Permission.MEDICAL_VIEW)));
        model.addAttribute("actions", trial.actions().stream().map(teller::told).toList());
    }
}

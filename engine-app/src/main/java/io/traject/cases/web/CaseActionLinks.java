package io.traject.cases.web;

import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.cases.CaseState;
import io.traject.settings.ActionLink;
import io.traject.settings.ActionLink.Form;
import io.traject.settings.ActionLink.Usual;
import io.traject.settings.LinkPlace;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reopening and cancelling as action links: from the case itself, and from its organisation with a choice of cases (A7). */
@Configuration
class CaseActionLinks {

    @Bean
    ActionLink reopenCaseLink(CaseDirectory directory) {
        return reopening(
                LinkPlace.CASE,
                "cases.reopening.button",
                "cases.reopening.explanation",
                new Usual(true, Form.BUTTON, 1),
                ofCase(directory, CaseState.CLOSED, "reopening"));
    }

    @Bean
    ActionLink cancelCaseLink(CaseDirectory directory) {
        return cancellation(
                LinkPlace.CASE,
                "cases.cancellation.button",
                "cases.cancellation.explanation",
                new Usual(true, Form.MENU, 2),
                ofCase(directory, CaseState.OPEN, "cancellation"));
    }

    @Bean
    ActionLink reopenCasesLink() {
        return reopening(
                LinkPlace.ORGANISATION,
                "cases.choice.reopen",
                "cases.choice.reopen.explanation",
                new Usual(false, Form.MENU, 1),
                organisation -> Optional.of(CaseChoiceController.TO_REOPEN));
    }

    @Bean
    ActionLink cancelCasesLink() {
        return cancellation(
                LinkPlace.ORGANISATION,
                "cases.choice.cancel",
                "cases.choice.cancel.explanation",
                new Usual(false, Form.MENU, 2),
                organisation -> Optional.of(CaseChoiceController.TO_CANCEL));
    }

    private static ActionLink reopening(
            LinkPlace file,
            String titleKey,
            String explanationKey,
            Usual usual,
            Function<UUID, Optional<String>> path) {
        return new ActionLink(
                "reopen-case", file, Permission.CASES_REOPEN, titleKey, explanationKey, "undo", false, usual, path);
    }

    private static ActionLink cancellation(
            LinkPlace file,
            String titleKey,
            String explanationKey,
            Usual usual,
            Function<UUID, Optional<String>> path) {
        return new ActionLink(
                "cancel-case", file, Permission.CASES_CANCEL, titleKey, explanationKey, "remove", true, usual, path);
    }

    private static Function<UUID, Optional<String>> ofCase(CaseDirectory directory, CaseState state, String page) {
        return id -> Optional.of(directory.get(id))
                .map(Case::state)
                .filter(state::equals)
                .map(fitting -> "/cases/" + id + "/" + page);
    }
}

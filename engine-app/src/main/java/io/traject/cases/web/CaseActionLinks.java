package io.traject.cases.web;

import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.cases.CaseFilter;
import io.traject.cases.CaseList;
import io.traject.cases.CaseState;
import io.traject.cases.CaseSummary;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.settings.ActionLink;
import io.traject.settings.ActionLink.Form;
import io.traject.settings.ActionLink.Usual;
import io.traject.settings.LinkPlace;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reopening and cancelling as action links: from the case itself, and from the organisation, an employer or an employee with
 * a choice of their cases (A7). From a file that has no case to choose, nothing is offered.
 */
@Configuration
class CaseActionLinks {

    private static final CaseFilter OF_ALL =
            new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

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

    @Bean
    ActionLink openEmployeeCaseLink() {
        return new ActionLink(
                "open-case",
                LinkPlace.EMPLOYEE,
                Permission.CASES_EDIT,
                "cases.opening.button",
                "cases.opening.explanation",
                "plus",
                false,
                new Usual(true, Form.BUTTON, 1),
                employee -> Optional.of("/employees/" + employee + "/cases/new"));
    }

    @Bean
    ActionLink reopenEmployeeCasesLink(CaseList cases) {
        return reopening(
                LinkPlace.EMPLOYEE,
                "cases.choice.reopen",
                "cases.choice.reopen.explanation",
                new Usual(true, Form.MENU, 2),
                employee -> choice(cases, OF_ALL.aboutEmployee(employee), true, "?employee=" + employee));
    }

    @Bean
    ActionLink cancelEmployeeCasesLink(CaseList cases) {
        return cancellation(
                LinkPlace.EMPLOYEE,
                "cases.choice.cancel",
                "cases.choice.cancel.explanation",
                new Usual(true, Form.MENU, 3),
                employee -> choice(cases, OF_ALL.aboutEmployee(employee), false, "?employee=" + employee));
    }

    @Bean
    ActionLink reopenEmployerCasesLink(CaseList cases) {
        return reopening(
                LinkPlace.EMPLOYER,
                "cases.choice.reopen",
                "cases.choice.reopen.explanation",
                new Usual(true, Form.MENU, 1),
                employer -> choice(cases, OF_ALL.aboutEmployeesOf(employer), true, "?employer=" + employer));
    }

    @Bean
    ActionLink cancelEmployerCasesLink(CaseList cases) {
        return cancellation(
                LinkPlace.EMPLOYER,
                "cases.choice.cancel",
                "cases.choice.cancel.explanation",
                new Usual(true, Form.MENU, 2),
                employer -> choice(cases, OF_ALL.aboutEmployeesOf(employer), false, "?employer=" + employer));
    }

    /** The page to choose from, if there is something to choose. */
    private static Optional<String> choice(CaseList cases, CaseFilter about, boolean reopen, String query) {
        Slice<CaseSummary> first = cases.find(
                about.in(reopen ? CaseState.CLOSED : CaseState.OPEN),
                new Portion("number", true, 1, new Portion.From.Offset(0)),
                reopen ? Permission.CASES_REOPEN : Permission.CASES_CANCEL);
        return first.items().isEmpty()
                ? Optional.empty()
                : Optional.of((reopen ? CaseChoiceController.TO_REOPEN : CaseChoiceController.TO_CANCEL) + query);
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

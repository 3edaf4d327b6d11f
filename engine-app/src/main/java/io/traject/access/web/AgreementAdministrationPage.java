package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.agreements.Agreement;
import io.traject.access.agreements.AgreementBoard;
import io.traject.access.agreements.PublishAgreement;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The installation's administrator publishes agreements and sees who accepted them. */
@Controller
@RequestMapping("/admin/agreements")
class AgreementAdministrationPage {

    private static final String LIST = "redirect:/admin/agreements";
    private static final String FORM = "access/agreement-new";

    private final AgreementBoard board;
    private final PublishAgreement publishAgreement;
    private final Authorization authorization;
    private final BusinessTime time;
    private final MessageSource messages;

    AgreementAdministrationPage(
            AgreementBoard board,
            PublishAgreement publishAgreement,
            Authorization authorization,
            BusinessTime time,
            MessageSource messages) {
        this.board = board;
        this.publishAgreement = publishAgreement;
        this.authorization = authorization;
        this.time = time;
        this.messages = messages;
    }

    /** Asked for by every page here: who may not publish is told so before anything is read. */
    @ModelAttribute("kinds")
    List<Option> kinds(Locale locale) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return Arrays.stream(Agreement.Kind.values())
                .map(kind ->
                        new Option(kind.name(), messages.getMessage("access.agreements.kind." + kind, null, locale)))
                .toList();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("lines", board.all());
        model.addAttribute("users", board.activeUsers());
        return "access/agreement-list";
    }

    @GetMapping("/new")
    String fillIn(Model model) {
        model.addAttribute("form", AgreementForm.blank(time.today()));
        return FORM;
    }

    @PostMapping("/new")
    String publish(
            @Valid @ModelAttribute("form") AgreementForm form, BindingResult errors, RedirectAttributes redirect) {
        Optional<Agreement.Content> content = form.content(errors);
        if (content.isEmpty()) {
            return FORM;
        }
        return switch (publishAgreement.publish(content.get())) {
            case Outcome.Done<Agreement>(Agreement published) -> {
                Flash.success(redirect, "access.agreements.published", published.number());
                yield LIST;
            }
            case Outcome.Refused<Agreement>(Refusal refusal) -> {
                errors.rejectValue(
                        refusal.code().equals("agreement-number-taken") ? "number" : "from",
                        refusal.messageKey(),
                        refusal.arguments().toArray(),
                        refusal.code());
                yield FORM;
            }
        };
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @ListDefaults(
                            sort = "-acceptedAt",
                            sortable = {})
                    ListQuery query,
            Model model) {
        model.addAttribute("line", board.get(id));
        model.addAttribute(
                "list",
                new ListPage<>(
                        query, board.acceptances(id, query.offset(), query.size()), board.acceptancesOf(id), false));
        return "access/agreement";
    }

    @GetMapping("/{id}/withdrawal")
    String askToWithdraw(@PathVariable UUID id, Model model) {
        model.addAttribute("line", board.get(id));
        return "access/agreement-withdrawal";
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, RedirectAttributes redirect) {
        Agreement agreement = publishAgreement.withdraw(id);
        Flash.success(redirect, "access.agreements.withdrawn", agreement.number());
        return LIST;
    }
}

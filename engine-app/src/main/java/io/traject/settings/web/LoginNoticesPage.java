package io.traject.settings.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.RealTime;
import io.traject.settings.LoginNotice;
import io.traject.settings.LoginNoticeBoard;
import io.traject.settings.RemoveLoginNotice;
import io.traject.settings.WriteLoginNotice;
import io.traject.web.Flash;
import io.traject.web.Meaning;
import io.traject.web.Option;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** The administrator's pages of the notices on the sign-in page. */
@Controller
@RequestMapping("/admin/login-notices")
class LoginNoticesPage {

    private static final String LIST = "redirect:/admin/login-notices";
    private static final String FORM = "settings/login-notice";

    /** A line of the list. */
    record Line(LoginNotice notice, LoginNotice.State state) {

        public Meaning meaning() {
            return switch (state) {
                case PLANNED -> Meaning.INFO;
                case VISIBLE -> Meaning.SUCCESS;
                case PAST -> Meaning.NEUTRAL;
            };
        }
    }

    private final LoginNoticeBoard board;
    private final WriteLoginNotice write;
    private final RemoveLoginNotice remove;
    private final Authorization authorization;
    private final RealTime time;
    private final MessageSource messages;

    LoginNoticesPage(
            LoginNoticeBoard board,
            WriteLoginNotice write,
            RemoveLoginNotice remove,
            Authorization authorization,
            RealTime time,
            MessageSource messages) {
        this.board = board;
        this.write = write;
        this.remove = remove;
        this.authorization = authorization;
        this.time = time;
        this.messages = messages;
    }

    /** Asked for by every page here: who may not write notices is told so before anything is read. */
    @ModelAttribute("kinds")
    List<Option> kinds(Locale locale) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return Arrays.stream(LoginNotice.Kind.values())
                .map(kind -> new Option(kind.name(), messages.getMessage("settings.notice.kind." + kind, null, locale)))
                .toList();
    }

    @GetMapping
    String list(Model model) {
        Instant now = time.now();
        model.addAttribute(
                "lines",
                board.all().stream()
                        .map(notice -> new Line(notice, notice.state(now)))
                        .toList());
        return "settings/login-notices";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", LoginNoticeForm.blank(time.now().atZone(BusinessTime.ZONE)));
        return FORM;
    }

    @PostMapping("/new")
    String add(@Valid @ModelAttribute("form") LoginNoticeForm form, BindingResult errors, RedirectAttributes redirect) {
        form.checkPeriod(errors);
        if (errors.hasErrors()) {
            return FORM;
        }
        write.add(form.content());
        Flash.success(redirect, "settings.notice.saved");
        return LIST;
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("form", LoginNoticeForm.of(board.get(id)));
        return FORM;
    }

    @PostMapping("/{id}")
    String rewrite(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") LoginNoticeForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.checkPeriod(errors);
        if (errors.hasErrors()) {
            return FORM;
        }
        write.rewrite(id, form.content(), form.version());
        Flash.success(redirect, "settings.notice.saved");
        return LIST;
    }

    @GetMapping("/{id}/removal")
    String askRemoval(@PathVariable UUID id, Locale locale, Model model) {
        LoginNotice notice = board.get(id);
        model.addAttribute("notice", notice);
        model.addAttribute("consequences", List.of(messages.getMessage("settings.notice.removal.what", null, locale)));
        return "settings/login-notice-removal";
    }

    @PostMapping("/{id}/removal")
    String removal(@PathVariable UUID id, RedirectAttributes redirect) {
        remove.remove(id);
        Flash.success(redirect, "settings.notice.removed");
        return LIST;
    }
}

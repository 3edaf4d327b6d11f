package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.events.Origin;
import io.traject.access.factors.TwoFactorSettings;
import io.traject.access.security.Onward;
import io.traject.access.security.Sessions;
import io.traject.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed-in user's second step: set up, recovery codes, switch off. */
@Controller
@RequestMapping("/account/two-factor")
class TwoFactorPage {

    private static final String PAGE = "redirect:/account/two-factor";
    private static final String START = "access/two-factor";
    private static final String SET_UP = "access/two-factor-set-up";
    private static final String CODES = "access/two-factor-codes";
    private static final String RENEW = "access/two-factor-renewal";
    private static final String SWITCH_OFF = "access/two-factor-removal";

    private final TwoFactorSettings settings;
    private final AccountDoor door;
    private final Sessions sessions;
    private final Onward onward;
    private final Authorization authorization;

    TwoFactorPage(
            TwoFactorSettings settings,
            AccountDoor door,
            Sessions sessions,
            Onward onward,
            Authorization authorization) {
        this.settings = settings;
        this.door = door;
        this.sessions = sessions;
        this.onward = onward;
        this.authorization = authorization;
    }

    /** What proves who sits here; the first steps ask for one of the two. */
    record ProofForm(String password, String code) {

        static final ProofForm BLANK = new ProofForm("", "");

        ProofForm {
            password = password == null ? "" : password;
            code = code == null ? "" : code;
        }

        @Override
        public String toString() {
            return "ProofForm[***]";
        }
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("setting", settings.setting());
        model.addAttribute("form", ProofForm.BLANK);
        return START;
    }

    @PostMapping
    String begin(
            @ModelAttribute("form") ProofForm form, BindingResult errors, HttpServletRequest request, Model model) {
        if (door.attempt(request, errors, code -> "password", () -> settings.begin(form.password()))
                .isPresent()) {
            return PAGE + "/set-up";
        }
        model.addAttribute("setting", settings.setting());
        return START;
    }

    @GetMapping("/set-up")
    String setUp(Model model) {
        model.addAttribute("key", settings.key());
        model.addAttribute("form", ProofForm.BLANK);
        return SET_UP;
    }

    @GetMapping("/qr.png")
    ResponseEntity<byte[]> qrCode() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(settings.key().qrCode());
    }

    /** Answers with the recovery codes and not with a redirect: they are shown once and kept in no readable form. */
    @PostMapping("/set-up")
    String confirm(
            @ModelAttribute("form") ProofForm form, BindingResult errors, HttpServletRequest request, Model model) {
        Optional<List<String>> codes =
                door.attempt(request, errors, code -> "code", () -> settings.confirm(form.code(), Origin.of(request)));
        if (codes.isEmpty()) {
            model.addAttribute("key", settings.key());
            return SET_UP;
        }
        sessions.endOthers(authorization.actor().id(), request.getSession().getId());
        model.addAttribute("codes", codes.get());
        return CODES;
    }

    /** After the recovery codes were kept: to where one wanted to go before a second step was asked for. */
    @GetMapping("/done")
    String done(HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        Flash.success(redirect, "access.twoFactor.saved");
        return "redirect:" + onward.path(request, response, "/account");
    }

    @GetMapping("/recovery-codes")
    String askToRenew(Model model) {
        model.addAttribute("form", ProofForm.BLANK);
        return RENEW;
    }

    /** Answers with the codes and not with a redirect, as {@link #confirm}. */
    @PostMapping("/recovery-codes")
    String renew(
            @ModelAttribute("form") ProofForm form, BindingResult errors, HttpServletRequest request, Model model) {
        Optional<List<String>> codes = door.attempt(
                request,
                errors,
                TwoFactorPage::field,
                () -> settings.renewRecoveryCodes(form.password(), form.code(), Origin.of(request)));
        codes.ifPresent(shown -> model.addAttribute("codes", shown));
        return codes.isPresent() ? CODES : RENEW;
    }

    @GetMapping("/removal")
    String askToSwitchOff(Model model) {
        model.addAttribute("form", ProofForm.BLANK);
        return SWITCH_OFF;
    }

    @PostMapping("/removal")
    String switchOff(
            @ModelAttribute("form") ProofForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (door.attempt(
                        request,
                        errors,
                        TwoFactorPage::field,
                        () -> settings.switchOff(form.password(), form.code(), Origin.of(request)))
                .isEmpty()) {
            return SWITCH_OFF;
        }
        Flash.success(redirect, "access.twoFactor.switchedOff");
        return "redirect:/account";
    }

    private static String field(String refusal) {
        return refusal.equals("code-wrong") ? "code" : "password";
    }
}

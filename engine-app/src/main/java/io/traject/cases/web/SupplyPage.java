package io.traject.cases.web;

import io.traject.access.Attempts;
import io.traject.cases.ReceivedDocument;
import io.traject.cases.SupplyByLink;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.Outcome;
import io.traject.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Where a resident supplies data with the link of the invitation: without an account, a cookie or a script (E9). Whoever
 * has the link may send once; looking, as mail scanners do, ends nothing. Every link that does not work, for whatever
 * reason, leads to the same page.
 */
@Controller
@RequestMapping("/supply/{code}")
class SupplyPage implements WebMvcConfigurer {

    private static final String DOOR = "supply";
    private static final int LONGEST_REMARK = 10_000;
    private static final int LONGEST_CONTACT = 200;

    private final SupplyByLink supplyByLink;
    private final Attempts attempts;
    private final BusinessTime time;
    private final Languages languages;

    SupplyPage(SupplyByLink supplyByLink, Attempts attempts, BusinessTime time, Languages languages) {
        this.supplyByLink = supplyByLink;
        this.attempts = attempts;
        this.time = time;
        this.languages = languages;
    }

    /**
     * @param remark what the resident tells
     * @param contact where to reach the resident with questions
     */
    record SupplyForm(
            @Nullable @Size(max = LONGEST_REMARK, message = "{cases.supply.remark.tooLong}")
            String remark,

            @Nullable @Size(max = LONGEST_CONTACT, message = "{cases.link.contact.tooLong}")
            String contact) {

        /** As it is filed: the names of REST. */
        Map<String, Object> data() {
            var data = new LinkedHashMap<String, Object>();
            put(data, "remark", remark);
            put(data, "contact", contact);
            return data;
        }

        private static void put(Map<String, Object> data, String name, @Nullable String typed) {
            String value = Objects.requireNonNullElse(typed, "").strip();
            if (!value.isEmpty()) {
                data.put(name, value);
            }
        }
    }

    @ModelAttribute
    void speak(@RequestParam(defaultValue = "") String language, HttpServletRequest request, Model model) {
        Language spoken = languages.orStandard(languages.named(language));
        request.setAttribute(Visitors.PAGE_LANGUAGE, spoken);
        model.addAttribute("spoken", spoken);
        model.addAttribute("languages", languages.offered());
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        SupplyByLink.Request asked = supplyByLink.find(code).orElseThrow(LinkEndedException::new);
        model.addAttribute("supply", new SupplyForm("", ""));
        return form(asked, code, model);
    }

    @PostMapping
    String supply(
            @PathVariable String code,
            @Valid @ModelAttribute("supply") SupplyForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> documents,
            Model model) {
        List<ReceivedDocument> received = ReceivedDocument.of(documents);
        if (!errors.hasErrors()) {
            switch (supplyByLink.supply(code, form.data(), received)) {
                case Outcome.Done<SupplyByLink.Request>(SupplyByLink.Request asked) -> {
                    model.addAttribute("request", asked);
                    model.addAttribute("sentAt", time.now());
                    model.addAttribute("documents", received.size());
                    return "cases/supply-receipt";
                }
                case Outcome.Refused<SupplyByLink.Request>(var refusal) ->
                    errors.reject(refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
            }
        }
        model.addAttribute("documentsLost", !received.isEmpty());
        return form(supplyByLink.find(code).orElseThrow(LinkEndedException::new), code, model);
    }

    private static String form(SupplyByLink.Request asked, String code, Model model) {
        model.addAttribute("request", asked);
        model.addAttribute("code", code);
        return "cases/supply";
    }

    /** The link is unknown, was used, or has expired: nobody is told which. */
    private static final class LinkEndedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LinkEndedException() {
            super("link ended", null, false, false);
        }
    }

    private static final class TooOftenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Duration wait;

        TooOftenException(Duration wait) {
            super("too often", null, false, false);
            this.wait = wait;
        }
    }

    @ExceptionHandler(LinkEndedException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String ended(HttpServletRequest request, Model model) {
        return apart("cases/supply-ended", request, model);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooOften(TooOftenException refused, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.wait.toSeconds() + 1));
        return apart("cases/supply-too-often", request, model);
    }

    /** The language stands in the query: the form itself is not read any more. */
    private String apart(String page, HttpServletRequest request, Model model) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        speak(query.replaceFirst("^language=", ""), request, model);
        return page;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Doorkeeper()).addPathPatterns("/supply/*");
    }

    /** Turns away who guesses, and who would send files to a link that does not work, before any of them is read. */
    private final class Doorkeeper implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            String code = String.valueOf(variables.get("code"));
            String address = request.getRemoteAddr();
            attempts.admit(DOOR, code, address).ifPresent(wait -> {
                throw new TooOftenException(wait);
            });
            if (supplyByLink.find(code).isEmpty()) {
                throw new LinkEndedException();
            }
            if (!HttpMethod.POST.matches(request.getMethod())) {
                attempts.forgive(DOOR, code, address);
            }
            return true;
        }
    }
}

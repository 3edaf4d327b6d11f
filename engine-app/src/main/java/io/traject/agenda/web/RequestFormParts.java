package io.traject.agenda.web;

import io.traject.agenda.CaseOfRequest;
import io.traject.cases.Case;
import io.traject.kernel.Refusal;
import io.traject.web.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** What the forms of a new and of a changed request have in common. */
@Component
class RequestFormParts {

    private final CaseOfRequest cases;
    private final MessageSource messages;

    RequestFormParts(CaseOfRequest cases, MessageSource messages) {
        this.cases = cases;
        this.messages = messages;
    }

    /**
     * Offers the employee's open cases.
     *
     * @param held a case that it is about already, open or not, with its number
     * @param fitting whether "the one that fits" is offered too
     */
    void offerCases(UUID employee, Optional<Option> held, boolean fitting, Model model, Locale locale) {
        List<Option> options = new ArrayList<>();
        if (fitting) {
            options.add(new Option(RequestForm.FITTING, text("agenda.request.about.fitting", locale)));
        }
        List<Option> open =
                cases.open(employee).stream().map(one -> option(one, locale)).toList();
        held.filter(one -> open.stream().noneMatch(other -> other.value().equals(one.value())))
                .ifPresent(options::add);
        options.addAll(open);
        model.addAttribute("cases", options);
    }

    private Option option(Case one, Locale locale) {
        return new Option(one.id().toString(), one.number() + " · " + text("cases.type." + one.type(), locale));
    }

    /** Beside the field that it is about. */
    void tell(Refusal refusal, Errors errors) {
        Object[] arguments = refusal.arguments().toArray();
        Optional<String> field = switch (refusal.code()) {
            case "consultation-type-retired", "appointment-request-duplicate" -> Optional.of("consultationType");
            case "case-not-open-of-employee" -> Optional.of("about");
            case "desired-period-past" -> Optional.of("until");
            default -> Optional.empty();
        };
        field.ifPresentOrElse(
                name -> errors.rejectValue(name, refusal.messageKey(), arguments, refusal.code()),
                () -> errors.reject(refusal.messageKey(), arguments, refusal.code()));
    }

    String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }
}

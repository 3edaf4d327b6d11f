package io.traject.organisation.employers;

import io.traject.kernel.Country;
import io.traject.kernel.ShippedRules;
import io.traject.kernel.VatNumber;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.rules.NamedRule;
import io.traject.rules.employers.EmployerCompleteness;
import io.traject.rules.employers.EmployerFacts;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges registrations by the rule set {@code employer-completeness} and what the organisation asks for. */
@Component
public class RegistrationCompleteness implements ShippedRules {

    private static final String TEXTS = "organisation.employers.rule.";

    private final EmployerCompleteness rules = new EmployerCompleteness();

    /** What is missing or wrong, in the order of the form; nothing when the registration is complete. */
    public List<Shortcoming> judge(EmployerRegistration registration, EmployerProfile profile) {
        return rules.judge(facts(registration, profile)).stream()
                .map(reason -> new Shortcoming(reason.subject(), reason.rule().explanation()))
                .toList();
    }

    public Collection<NamedRule> rules() {
        return rules.rules();
    }

    @Override
    public String titleKey() {
        return "organisation.employers.rules";
    }

    @Override
    public List<ShippedRule> shipped() {
        return rules.rules().stream()
                .map(NamedRule::explanation)
                .sorted()
                .map(code -> new ShippedRule(TEXTS + code, TEXTS + code + ".explanation"))
                .toList();
    }

    private static EmployerFacts facts(EmployerRegistration registration, EmployerProfile profile) {
        return new EmployerFacts(
                registration.country().code(),
                registration.legalForm().map(LegalForm::name).orElse(null),
                registration
                        .vatNumber()
                        .map(VatNumber::country)
                        .map(Country::code)
                        .orElse(null),
                profile.shown().stream()
                        .map(field -> new EmployerFacts.Field(
                                field.key(), profile.requires(field), registration.content(field)))
                        .toList());
    }
}

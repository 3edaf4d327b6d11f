package io.traject.registration;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.configuration.EmployerField;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.organisation.configuration.ProfileConfiguration;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.EmployerAction;
import io.traject.organisation.employers.RegistrationCompleteness;
import io.traject.organisation.employers.Shortcoming;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the actor sees of an employer, and may do with it now. */
@Component
public class ViewEmployer {

    private final ProfileConfiguration profiles;
    private final RegistrationCompleteness completeness;
    private final Authorization authorization;

    ViewEmployer(ProfileConfiguration profiles, RegistrationCompleteness completeness, Authorization authorization) {
        this.profiles = profiles;
        this.completeness = completeness;
        this.authorization = authorization;
    }

    /**
     * An employer as the actor sees it.
     *
     * @param registration of the fields that the organisation asks for
     * @param shortcomings why it is not complete, in the order of the form
     * @param allowedActions by its state and by the actor's permissions
     */
    public record Seen(
            Employer employer,
            EmployerProfile profile,
            RegistrationInput registration,
            List<Shortcoming> shortcomings,
            Set<EmployerAction> allowedActions) {

        public boolean allows(EmployerAction action) {
            return allowedActions.contains(action);
        }
    }

    @Transactional(readOnly = true)
    public Seen see(Employer employer) {
        EmployerProfile profile = profiles.of(employer.organisation());
        boolean money = authorization.may(Permission.FINANCIAL_VIEW, employer.node())
                || authorization.may(Permission.EMPLOYERS_REGISTER, employer.node());
        return new Seen(
                employer,
                profile,
                RegistrationInput.of(
                        employer.registration(),
                        field -> profile.shows(field) && (money || field != EmployerField.IBAN)),
                completeness.judge(employer.registration(), profile),
                allowed(employer));
    }

    private Set<EmployerAction> allowed(Employer employer) {
        Set<EmployerAction> allowed = EnumSet.noneOf(EmployerAction.class);
        employer.allowedActions().stream()
                .filter(action -> authorization.may(
                        switch (action) {
                            case REGISTER, CANCEL -> Permission.EMPLOYERS_REGISTER;
                            case PUBLISH -> Permission.EMPLOYERS_PUBLISH;
                        },
                        employer.node()))
                .forEach(allowed::add);
        return allowed;
    }
}

package io.traject.organisation.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link EmployerProfile} and {@link Widgets} as shipped and as configured. */
class WidgetsTest {

    private static final EmployerProfile SHIPPED = profile(Map.of());

    @Test
    void shouldAskForTheLanguageOnlyWhereItIsSwitchedOn() {
        assertThat(SHIPPED.shows(EmployerField.LANGUAGE)).isFalse();

        EmployerProfile configured = profile(Map.of(EmployerField.LANGUAGE, FieldUse.REQUIRED));

        assertThat(configured.requires(EmployerField.LANGUAGE)).isTrue();
        assertThat(configured.shown()).contains(EmployerField.LANGUAGE, EmployerField.VAT_NUMBER);
        assertThat(configured.requires(EmployerField.VAT_NUMBER)).isFalse();
    }

    @Test
    void shouldKeepTheOrderOfTheForm() {
        assertThat(SHIPPED.uses()).hasSameSizeAs(EmployerField.values());
        assertThat(SHIPPED.shown()).isSorted();
    }

    @Test
    void shouldShowEstablishmentAndPreferredFirstNameOnlyWhereTheyAreSwitchedOn() {
        assertThat(widgets(Map.of(), SHIPPED).shows(WidgetField.EMPLOYMENT_ESTABLISHMENT))
                .isFalse();
        assertThat(widgets(Map.of(), SHIPPED).shows(WidgetField.EMPLOYEE_PREFERRED_FIRST_NAME))
                .isFalse();

        Widgets configured = widgets(
                Map.of(WidgetField.EMPLOYMENT_ESTABLISHMENT, true, WidgetField.EMPLOYEE_NUMBER, false), SHIPPED);

        assertThat(configured.shows(WidgetField.EMPLOYMENT_ESTABLISHMENT)).isTrue();
        assertThat(configured.shows(WidgetField.EMPLOYEE_NUMBER)).isFalse();
    }

    @Test
    void shouldShowTheEmployersLanguageOnceItIsAskedFor() {
        EmployerProfile asking = profile(Map.of(EmployerField.LANGUAGE, FieldUse.SHOWN));

        assertThat(widgets(Map.of(), SHIPPED).shows(WidgetField.EMPLOYER_LANGUAGE))
                .isFalse();
        assertThat(widgets(Map.of(), asking).shows(WidgetField.EMPLOYER_LANGUAGE))
                .isTrue();
        assertThat(widgets(Map.of(WidgetField.EMPLOYER_LANGUAGE, false), asking).shows(WidgetField.EMPLOYER_LANGUAGE))
                .isFalse();
    }

    private static EmployerProfile profile(Map<EmployerField, FieldUse> uses) {
        return new EmployerProfile(uses, Optional.empty(), EmployerProfile.AS_SHIPPED);
    }

    private static Widgets widgets(Map<WidgetField, Boolean> chosen, EmployerProfile profile) {
        return new Widgets(chosen, profile, Optional.empty(), Widgets.AS_SHIPPED);
    }
}

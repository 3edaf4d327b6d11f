package io.traject.organisation.employers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.traject.access.Actor;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.kernel.Country;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.VatNumber;
import io.traject.organisation.configuration.EmployerField;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.organisation.configuration.FieldUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of an employer and what is registered of it. */
class EmployerTest {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final Duration REST = Duration.ofDays(14);
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final Actor FATIMA = new Actor(
            UUID.randomUUID(),
            "fatima",
            "Fatima Bakker",
            Actor.Kind.USER,
            Optional.of(ORGANISATION),
            Set.of(Permission.EMPLOYERS_REGISTER),
            Reach.whole(ORGANISATION),
            Language.NL);
    private static final EmployerProfile AS_SHIPPED =
            new EmployerProfile(Map.of(), Optional.empty(), EmployerProfile.AS_SHIPPED);
    private static final RegistrationCompleteness COMPLETENESS = new RegistrationCompleteness();

    private final Employer employer = aDraft();

    @Test
    void shouldBeADraftUntilItIsComplete() {
        assertThat(register(false)).isEqualTo(EmployerStep.CHANGED);
        assertThat(employer.state()).isEqualTo(EmployerState.DRAFT);

        assertThat(register(true)).isEqualTo(EmployerStep.REGISTERED);

        assertThat(employer.state()).isEqualTo(EmployerState.REGISTERED);
        assertThat(register(true)).isEqualTo(EmployerStep.CHANGED);
    }

    @Test
    void shouldBeADraftAgainWhenItBecomesIncompleteBeforeItIsPublished() {
        register(true);

        assertThat(register(false)).isEqualTo(EmployerStep.SENT_BACK);

        assertThat(refusal(employer.publish(NOON))).isEqualTo("employer-incomplete");
    }

    @Test
    void shouldStayCompleteOncePublished() {
        register(true);
        employer.publish(NOON).orThrow();

        assertThat(refusal(employer.register(limited(), false, FATIMA, NOON))).isEqualTo("employer-incomplete");
        assertThat(employer.settle(false)).isEmpty();
        assertThat(employer.state()).isEqualTo(EmployerState.PUBLISHED);
        assertThat(employer.node()).isEqualTo(employer.id());
    }

    @Test
    void shouldRefuseWhatItsStateDoesNotAllow() {
        assertThat(employer.allowedActions()).containsExactly(EmployerAction.REGISTER, EmployerAction.CANCEL);
        register(true);
        assertThat(employer.allowedActions())
                .containsExactly(EmployerAction.REGISTER, EmployerAction.PUBLISH, EmployerAction.CANCEL);
        employer.publish(NOON).orThrow();
        assertThat(employer.allowedActions()).containsExactly(EmployerAction.REGISTER);
        assertThat(refusal(employer.publish(NOON))).isEqualTo("employer-published");
        assertThat(refusal(employer.cancel(NOON))).isEqualTo("employer-published");

        Employer givenUp = aDraft();
        givenUp.cancel(NOON).orThrow();
        assertThat(givenUp.allowedActions()).isEmpty();
        assertThat(refusal(givenUp.cancel(NOON))).isEqualTo("employer-cancelled");
        assertThat(refusal(givenUp.publish(NOON))).isEqualTo("employer-cancelled");
        assertThat(refusal(givenUp.register(limited(), true, FATIMA, NOON))).isEqualTo("employer-cancelled");
    }

    @Test
    void shouldRestFromWhenSomebodyWorkedOnItOrWasReminded() {
        Instant due = NOON.plus(REST);
        assertThat(employer.restsUntil(REST)).isEqualTo(due);
        assertThat(employer.remind(due, REST, due.minusSeconds(1))).isFalse();

        assertThat(employer.remind(due, REST, due)).isTrue();

        assertThat(employer.remind(due, REST, due)).as("asked twice").isTrue();
        assertThat(employer.restsUntil(REST)).isEqualTo(due.plus(REST));
        employer.register(limited(), false, FATIMA, due.plusSeconds(60)).orThrow();
        assertThat(employer.restsUntil(REST)).isEqualTo(due.plusSeconds(60).plus(REST));
        assertThat(employer.remind(due.plus(REST), REST, due.plus(REST))).isFalse();
    }

    @Test
    void shouldRemindNobodyOfWhatIsNotWaitedFor() {
        employer.cancel(NOON).orThrow();

        assertThat(employer.remind(NOON.plus(REST), REST, NOON.plus(REST))).isFalse();
    }

    @Test
    void shouldKeepWhatCanBeReadInItsUsualForm() {
        EmployerRegistration registration = dutch(Map.of(
                RegistrationItem.KVK_NUMBER, "1234 5678",
                RegistrationItem.VISITING_POSTCODE, "1234ab",
                RegistrationItem.PHONE, "020 123 4567",
                RegistrationItem.WEBSITE, "jansen.example",
                RegistrationItem.LANGUAGE, "EN",
                RegistrationItem.PAYROLL_TAX_NUMBER, "123456789 l 01",
                RegistrationItem.TRADE_NAME, "   "));

        assertThat(registration.items())
                .containsEntry(RegistrationItem.KVK_NUMBER, "12345678")
                .containsEntry(RegistrationItem.VISITING_POSTCODE, "1234 AB")
                .containsEntry(RegistrationItem.PHONE, "+31201234567")
                .containsEntry(RegistrationItem.WEBSITE, "https://jansen.example")
                .containsEntry(RegistrationItem.PAYROLL_TAX_NUMBER, "123456789L01")
                .doesNotContainKey(RegistrationItem.TRADE_NAME);
        assertThat(registration.language()).contains(Language.EN);
        assertThat(registration.toString()).doesNotContain("12345678").doesNotContain("Jansen");
    }

    @Test
    void shouldKeepWhatCannotBeReadAndSaySo() {
        EmployerRegistration registration = dutch(Map.of(
                RegistrationItem.VAT_NUMBER, "NL12",
                RegistrationItem.EMAIL, "info@jansen.example",
                RegistrationItem.VISITING_STREET, "Dorpsstraat"));

        assertThat(registration.text(RegistrationItem.VAT_NUMBER)).contains("NL12");
        assertThat(registration.vatNumber()).isEmpty();
        assertThat(COMPLETENESS.judge(registration, AS_SHIPPED))
                .containsExactly(
                        new Shortcoming("vatNumber", "field-not-readable"),
                        new Shortcoming("visitingAddress", "address-incomplete"));
    }

    @Test
    void shouldAskForWhatTheOrganisationRequires() {
        assertThat(COMPLETENESS.judge(limited(), AS_SHIPPED))
                .extracting(Shortcoming::field)
                .containsExactly("visitingAddress", "email");
        EmployerProfile languageToo = new EmployerProfile(
                Map.of(
                        EmployerField.LANGUAGE, FieldUse.REQUIRED,
                        EmployerField.EMAIL, FieldUse.SHOWN,
                        EmployerField.VISITING_ADDRESS, FieldUse.HIDDEN),
                Optional.empty(),
                1);
        assertThat(COMPLETENESS.judge(limited(), languageToo))
                .containsExactly(new Shortcoming("language", "required-field-missing"));
    }

    @Test
    void shouldDoWithoutAPostcodeWhereThereAreNone() {
        Map<RegistrationItem, String> address = Map.of(
                RegistrationItem.VISITING_STREET, "Rue Neuve",
                RegistrationItem.VISITING_HOUSE_NUMBER, "1",
                RegistrationItem.VISITING_CITY, "Brussel",
                RegistrationItem.EMAIL, "info@jansen.example");

        assertThat(COMPLETENESS.judge(new EmployerRegistration("Jansen", new Country("BE"), address), AS_SHIPPED))
                .isEmpty();
        assertThat(COMPLETENESS.judge(dutch(address), AS_SHIPPED))
                .containsExactly(new Shortcoming("visitingAddress", "address-incomplete"));
    }

    @Test
    void shouldCompareTheVatNumberWithTheCountry() {
        EmployerRegistration registration = dutch(Map.of(RegistrationItem.VAT_NUMBER, "BE0428759497"));

        assertThat(registration.vatNumber()).contains(new VatNumber("BE0428759497"));
        assertThat(COMPLETENESS.judge(registration, AS_SHIPPED))
                .contains(new Shortcoming("vatNumber", "vat-number-of-another-country"));
    }

    @Test
    void shouldLeaveFieldsAloneThatAreNotAskedFor() {
        EmployerRegistration stored = dutch(Map.of(RegistrationItem.LANGUAGE, "en", RegistrationItem.CODE, "W1"));

        EmployerRegistration saved = dutch(Map.of(RegistrationItem.LANGUAGE, "nl", RegistrationItem.CODE, "W2"))
                .keepingHidden(stored, AS_SHIPPED);

        assertThat(saved.items())
                .containsEntry(RegistrationItem.LANGUAGE, "en")
                .containsEntry(RegistrationItem.CODE, "W2");
    }

    @Test
    void shouldNotTakeWhatCannotBeKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> EmployerRegistration.limited(" ", Country.NETHERLANDS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmployerRegistration.limited("a".repeat(201), Country.NETHERLANDS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dutch(Map.of(RegistrationItem.KVK_NUMBER, "1".repeat(21))));
        assertThatIllegalArgumentException().isThrownBy(() -> dutch(Map.of(RegistrationItem.TRADE_NAME, "two\nlines")));
    }

    private EmployerStep register(boolean complete) {
        return employer.register(limited(), complete, FATIMA, NOON).orThrow();
    }

    private static Employer aDraft() {
        return Employer.draft(ORGANISATION, limited(), FATIMA, NOON);
    }

    private static EmployerRegistration limited() {
        return EmployerRegistration.limited("Bakkerij Jansen", Country.NETHERLANDS);
    }

    private static EmployerRegistration dutch(Map<RegistrationItem, String> items) {
        return new EmployerRegistration("Bakkerij Jansen", Country.NETHERLANDS, items);
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
    }
}

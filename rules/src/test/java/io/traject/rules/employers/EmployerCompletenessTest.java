package io.traject.rules.employers;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.rules.NamedRule;
import io.traject.rules.Reason;
import io.traject.rules.employers.EmployerFacts.Content;
import io.traject.rules.employers.EmployerFacts.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The rule set employer-completeness. */
class EmployerCompletenessTest {

    private static final EmployerCompleteness COMPLETENESS = new EmployerCompleteness();

    @Test
    void shouldFindNothingWhereNothingIsRequired() {
        assertThat(judged("NL", "", "", blank("email"), blank("legalForm"))).isEmpty();
    }

    @Test
    void shouldNameEveryRequiredFieldThatIsEmptyInTheOrderOfTheFields() {
        assertThat(judged("NL", "", "", required("phone"), filled("email"), required("city"), required("website")))
                .containsExactly(
                        "phone required-field-missing",
                        "city required-field-missing",
                        "website required-field-missing");
    }

    @Test
    void shouldNameWhatIsFilledInButCannotBeRead() {
        assertThat(judged("NL", "", "", filled("email"), unreadable("vatNumber")))
                .containsExactly("vatNumber field-not-readable");
    }

    @Test
    void shouldWantAnAddressWholeOrNotAtAll() {
        assertThat(judged("NL", "", "", field("postalAddress", false, Content.IN_PART), blank("visitingAddress")))
                .containsExactly("postalAddress address-incomplete");
    }

    @Test
    void shouldSayOnlyOnceWhatIsWrongWithAField() {
        assertThat(judged("NL", "", "", field("visitingAddress", true, Content.IN_PART)))
                .containsExactly("visitingAddress address-incomplete");
    }

    @Test
    void shouldRefuseTheVatNumberOfAnotherCountry() {
        assertThat(judged("NL", "", "BE", filled("vatNumber")))
                .containsExactly("vatNumber vat-number-of-another-country");
        assertThat(judged("BE", "", "BE", filled("vatNumber"))).isEmpty();
    }

    @Test
    void shouldWantDutchCompaniesInTheTradeRegister() {
        assertThat(judged("NL", "BV", "", blank("kvkNumber"))).containsExactly("kvkNumber kvk-number-missing");
        assertThat(judged("NL", "BV", "", required("kvkNumber"))).containsExactly("kvkNumber required-field-missing");
        assertThat(judged("NL", "BV", "", filled("kvkNumber"))).isEmpty();
    }

    @Test
    void shouldAskNobodyForATradeRegisterThatDoesNotApply() {
        assertThat(judged("DE", "BV", "", blank("kvkNumber"))).isEmpty();
        assertThat(judged("NL", "PRIVATE_PERSON", "", blank("kvkNumber"))).isEmpty();
        assertThat(judged("NL", "BV", "")).as("the field is not asked for").isEmpty();
    }

    @Test
    void shouldListItsRulesWithAnExplanationEach() {
        assertThat(COMPLETENESS.rules())
                .hasSize(5)
                .extracting(NamedRule::explanation)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void shouldJudgeManyAtOnce() throws Exception {
        Callable<List<String>> complete = () -> judged("NL", "BV", "NL", filled("kvkNumber"), filled("vatNumber"));
        Callable<List<String>> incomplete = () -> judged("NL", "BV", "NL", blank("kvkNumber"), required("vatNumber"));
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            work.add(i % 2 == 0 ? complete : incomplete);
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<String>>> found = threads.invokeAll(work);
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).get()).hasSize(i % 2 == 0 ? 0 : 2);
            }
        }
    }

    private static List<String> judged(String country, String legalForm, String vatCountry, Field... fields) {
        return COMPLETENESS
                .judge(new EmployerFacts(country, orNull(legalForm), orNull(vatCountry), Arrays.asList(fields)))
                .stream()
                .map(EmployerCompletenessTest::inShort)
                .toList();
    }

    private static String inShort(Reason reason) {
        return reason.subject() + " " + reason.rule().explanation();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Field blank(String key) {
        return field(key, false, Content.NONE);
    }

    private static Field required(String key) {
        return field(key, true, Content.NONE);
    }

    private static Field filled(String key) {
        return field(key, false, Content.GOOD);
    }

    private static Field unreadable(String key) {
        return field(key, false, Content.NOT_READABLE);
    }

    private static Field field(String key, boolean required, Content content) {
        return new Field(key, required, content);
    }
}

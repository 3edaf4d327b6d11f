package io.traject.organisation.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Authorization;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.organisation.contacts.ContactBook;
import io.traject.organisation.contacts.ContactPerson;
import io.traject.organisation.contacts.KeepContactPersons;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.testing.Acting;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.web.Option;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.ui.ExtendedModelMap;

/** Contact persons are offered the languages of the installation, and keep the one they have (A1). */
@TrajectTest
class ContactPersonLanguagesTest {

    @Autowired
    TestEmployees employees;

    @Autowired
    ContactBook book;

    @Autowired
    KeepContactPersons keep;

    @Autowired
    Tree tree;

    @Autowired
    Authorization authorization;

    @Autowired
    MessageSource messages;

    @Test
    void shouldOfferThoseOfTheInstallationAndTheOneThatStandsThere() throws Exception {
        UUID provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        var page =
                new ContactPersonsPage(book, keep, tree, authorization, new Languages(List.of(Language.NL)), messages);

        Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider, Reach.whole(provider), () -> {
            UUID english = keep.add(
                            bakery,
                            new ContactPerson.Details(
                                    "J. Smith",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(Language.EN),
                                    false))
                    .orThrow()
                    .id();
            var blank = new ExtendedModelMap();
            page.blank(bakery, Language.NL.locale(), blank);
            var edited = new ExtendedModelMap();
            page.edit(english, Language.NL.locale(), edited);

            assertThat(offered(blank)).containsExactly("NL");
            assertThat(offered(edited)).containsExactly("NL", "EN");
            return english;
        });
    }

    private static List<String> offered(ExtendedModelMap model) {
        return ((List<?>) model.getOrDefault("languages", List.of()))
                .stream().map(Option.class::cast).map(Option::value).toList();
    }
}

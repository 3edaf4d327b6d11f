package io.traject.organisation.contacts.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.EmailAddress;
import io.traject.organisation.NodePanel;
import io.traject.organisation.contacts.ContactBook;
import io.traject.organisation.contacts.ContactPerson;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contact persons on the pages of employers and establishments. */
@Configuration
class ContactPersonPanels {

    private final ContactBook book;
    private final Authorization authorization;

    ContactPersonPanels(ContactBook book, Authorization authorization) {
        this.book = book;
        this.authorization = authorization;
    }

    /** A person as the panel shows it. */
    record Card(
            UUID id,
            String name,
            @Nullable String function,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String languageKey,
            boolean preferred,
            long version) {

        static Card of(ContactPerson person) {
            ContactPerson.Details details = person.details();
            return new Card(
                    person.id(),
                    details.name(),
                    details.function().orElse(null),
                    details.email().map(EmailAddress::value).orElse(null),
                    details.phone().map(ContactPersonForm::printed).orElse(null),
                    details.mobile().map(ContactPersonForm::printed).orElse(null),
                    details.language()
                            .map(language -> "organisation.contacts.language." + language)
                            .orElse(null),
                    person.preferred(),
                    person.version());
        }
    }

    /** What the panel shows. */
    record Shown(String newPage, List<Card> current, List<Card> archived, boolean mayEdit) {}

    @Bean
    NodePanel contactPersonsOfEmployer() {
        return panel(NodeKind.EMPLOYER);
    }

    @Bean
    NodePanel contactPersonsOfEstablishment() {
        return panel(NodeKind.ESTABLISHMENT);
    }

    private NodePanel panel(NodeKind kind) {
        return new NodePanel(kind, "contact-persons", "organisation/contacts/panel :: panel", 30, this::shown);
    }

    private Shown shown(Node place) {
        List<ContactPerson> persons = book.of(place.id());
        return new Shown(
                "/%ss/%s/contact-persons/new".formatted(place.kind().code(), place.id()),
                persons.stream()
                        .filter(person -> !person.archived())
                        .map(Card::of)
                        .toList(),
                persons.stream().filter(ContactPerson::archived).map(Card::of).toList(),
                authorization.may(Permission.ORGANISATION_EDIT, place.id()));
    }
}

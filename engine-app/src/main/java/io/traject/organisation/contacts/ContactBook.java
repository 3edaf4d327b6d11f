package io.traject.organisation.contacts;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks contact persons up for the actor. */
@Service
@Transactional(readOnly = true)
public class ContactBook {

    private final ContactPersons persons;
    private final Authorization authorization;

    ContactBook(ContactPersons persons, Authorization authorization) {
        this.persons = persons;
        this.authorization = authorization;
    }

    /** Those of an employer or establishment: the preferred one first, then by name; archived ones too. */
    public List<ContactPerson> of(UUID node) {
        authorization.require(Permission.ORGANISATION_VIEW, node);
        return persons.of(List.of(node));
    }

    /** Whom one can turn to at any of these; places beyond the actor's reach have nobody. */
    public List<ContactPerson> reachableAt(Collection<UUID> nodes) {
        return persons
                .of(nodes.stream()
                        .filter(node -> authorization.may(Permission.ORGANISATION_VIEW, node))
                        .toList())
                .stream()
                .filter(person -> !person.archived())
                .toList();
    }

    /** @throws NotFoundException when there is none with this id within the actor's reach */
    public ContactPerson get(UUID id) {
        authorization.require(Permission.ORGANISATION_VIEW);
        ContactPerson person = persons.findById(id).orElseThrow(NotFoundException::new);
        authorization.require(Permission.ORGANISATION_VIEW, person.node());
        return person;
    }
}

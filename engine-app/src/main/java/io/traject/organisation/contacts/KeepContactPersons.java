package io.traject.organisation.contacts;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and archives contact persons. One of each place is preferred: a newly preferred one takes over. */
@Component
public class KeepContactPersons {

    private final ContactPersons persons;
    private final Tree tree;
    private final JdbcClient database;
    private final Authorization authorization;
    private final BusinessTime time;

    KeepContactPersons(
            ContactPersons persons, Tree tree, JdbcClient database, Authorization authorization, BusinessTime time) {
        this.persons = persons;
        this.tree = tree;
        this.database = database;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * Refused with {@code node-archived} at a place that is archived.
     *
     * @throws NotFoundException when the actor reaches no such employer or establishment
     */
    @Transactional
    public Outcome<ContactPerson> add(UUID node, ContactPerson.Details details) {
        authorization.require(Permission.ORGANISATION_EDIT, node);
        Node place = tree.get(node);
        if (place.kind() != NodeKind.EMPLOYER && place.kind() != NodeKind.ESTABLISHMENT) {
            throw new NotFoundException();
        }
        if (place.archived()) {
            return Outcome.refused("node-archived", place.name());
        }
        ContactPerson person = ContactPerson.add(place, details, time.now());
        makeWay(person, details);
        return Outcome.done(persons.saveAndFlush(person));
    }

    /**
     * Refused with {@code contact-person-archived}.
     *
     * @param version that the change started from
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<ContactPerson> change(UUID id, ContactPerson.Details details, long version) {
        ContactPerson person = editable(id, version);
        if (person.archived()) {
            return Outcome.refused("contact-person-archived", person.name());
        }
        makeWay(person, details);
        person.describe(details);
        return Outcome.done(persons.saveAndFlush(person));
    }

    /** Nobody is offered the person any more; nothing is lost. */
    @Transactional
    public ContactPerson archive(UUID id, long version) {
        ContactPerson person = editable(id, version);
        if (!person.archived()) {
            person.archive(time.now());
        }
        return persons.saveAndFlush(person);
    }

    @Transactional
    public ContactPerson restore(UUID id, long version) {
        ContactPerson person = editable(id, version);
        person.restore();
        return persons.saveAndFlush(person);
    }

    private ContactPerson editable(UUID id, long version) {
        authorization.require(Permission.ORGANISATION_EDIT);
        ContactPerson person = persons.findById(id).orElseThrow(NotFoundException::new);
        authorization.require(Permission.ORGANISATION_EDIT, person.node());
        if (person.version() != version) {
            throw new ObjectOptimisticLockingFailureException(ContactPerson.class, id);
        }
        return person;
    }

    /** The one who was preferred no longer is. Two who prefer different people at once wait for each other. */
    private void makeWay(ContactPerson person, ContactPerson.Details details) {
        if (!details.preferred()) {
            return;
        }
        database.sql("select id from organisation_node where id = ? for no key update")
                .param(person.node())
                .query(UUID.class)
                .single();
        persons.findByNodeIdAndPreferredTrue(person.node())
                .filter(other -> !other.id().equals(person.id()))
                .ifPresent(other -> {
                    other.preferAnother();
                    persons.flush();
                });
    }
}

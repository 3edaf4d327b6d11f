package io.traject.organisation.contacts;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.AddressHolders;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Contact persons, whose page shows the language of their e-mail address. */
@Component
class ContactMailAddresses implements AddressHolders {

    private final ContactBook contacts;
    private final Authorization authorization;

    ContactMailAddresses(ContactBook contacts, Authorization authorization) {
        this.contacts = contacts;
        this.authorization = authorization;
    }

    @Override
    public String kind() {
        return "contact-person";
    }

    @Override
    public Holder get(UUID id) {
        ContactPerson person = contacts.get(id);
        authorization.require(Permission.ADDRESS_LANGUAGE, person.node());
        return new Holder(
                person.name(),
                "/contact-persons/" + id,
                person.details().email(),
                Optional.of(person.organisation()),
                person.details().language());
    }
}

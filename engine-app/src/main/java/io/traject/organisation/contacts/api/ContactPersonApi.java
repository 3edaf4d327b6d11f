package io.traject.organisation.contacts.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.kernel.Country;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.PhoneNumber;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.organisation.contacts.ContactBook;
import io.traject.organisation.contacts.ContactPerson;
import io.traject.organisation.contacts.KeepContactPersons;
import io.traject.web.api.Codes;
import io.traject.web.api.EntityTags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contact persons of employers and establishments. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Contact persons")
class ContactPersonApi {

    private final ContactBook book;
    private final KeepContactPersons keep;

    ContactPersonApi(ContactBook book, KeepContactPersons keep) {
        this.book = book;
        this.keep = keep;
    }

    /**
     * A contact person as a caller describes it.
     *
     * @param phone in the form of E.164, or as it is written in the Netherlands
     */
    record Description(
            @NotBlank @Size(max = ContactPerson.Details.MAX_LENGTH) @Pattern(regexp = "\\P{Cntrl}*")
            String name,

            @Nullable @Size(max = ContactPerson.Details.MAX_LENGTH) @Pattern(regexp = "\\P{Cntrl}*")
            String function,

            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String language,
            @Nullable Boolean preferred) {

        ContactPerson.Details details() {
            return new ContactPerson.Details(
                    name.strip(),
                    Optional.ofNullable(function).map(String::strip).filter(text -> !text.isEmpty()),
                    read(email, "contact-email-invalid", EmailAddress::parse),
                    read(phone, "contact-phone-invalid", Description::phone),
                    read(mobile, "contact-phone-invalid", Description::phone),
                    Codes.parse(Language.class, "language", Optional.ofNullable(language)),
                    Boolean.TRUE.equals(preferred));
        }

        private static Optional<PhoneNumber> phone(String text) {
            return PhoneNumber.parse(text, Country.NETHERLANDS);
        }

        private static <T> Optional<T> read(
                @Nullable String text, String refusal, Function<String, Optional<T>> reader) {
            if (text == null || text.isBlank()) {
                return Optional.empty();
            }
            Optional<T> value = reader.apply(text.strip());
            if (value.isEmpty()) {
                throw new RefusedException(Refusal.of(refusal));
            }
            return value;
        }

        @Override
        public String toString() {
            return "Description[...]";
        }
    }

    /** A contact person as it is answered. */
    record View(
            String id,
            String name,
            @Nullable String function,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String language,
            boolean preferred,
            boolean archived) {

        static View of(ContactPerson person) {
            ContactPerson.Details details = person.details();
            return new View(
                    person.id().toString(),
                    details.name(),
                    details.function().orElse(null),
                    details.email().map(EmailAddress::value).orElse(null),
                    details.phone().map(PhoneNumber::value).orElse(null),
                    details.mobile().map(PhoneNumber::value).orElse(null),
                    details.language().map(Codes::of).orElse(null),
                    person.preferred(),
                    person.archived());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /** All of a place: there are never many. */
    record Items(List<View> items) {}

    @GetMapping({"/employers/{id}/contact-persons", "/establishments/{id}/contact-persons"})
    @Operation(summary = "List the contact persons of an employer or establishment, the preferred one first")
    Items list(@PathVariable UUID id) {
        return new Items(book.of(id).stream().map(View::of).toList());
    }

    @PostMapping({"/employers/{id}/contact-persons", "/establishments/{id}/contact-persons"})
    @Operation(
            summary = "Add a contact person",
            description =
                    "One that is preferred takes over from the one who was. 422 contact-email-invalid, contact-phone-invalid")
    ResponseEntity<View> add(@PathVariable UUID id, @Valid @RequestBody Description description) {
        ContactPerson person = keep.add(id, description.details()).orThrow();
        return ResponseEntity.created(URI.create("/api/v1/contact-persons/" + person.id()))
                .eTag(EntityTags.of(person.version()))
                .body(View.of(person));
    }

    @GetMapping("/contact-persons/{id}")
    @Operation(summary = "Get a contact person")
    ResponseEntity<View> get(@PathVariable UUID id) {
        return view(book.get(id));
    }

    @PutMapping("/contact-persons/{id}")
    @Operation(summary = "Change a contact person")
    ResponseEntity<View> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Description description) {
        long version = seen(id, ifMatch);
        return view(keep.change(id, description.details(), version).orThrow());
    }

    @PostMapping("/contact-persons/{id}/archiving")
    @Operation(summary = "Archive a contact person: nobody is offered the person any more")
    ResponseEntity<View> archive(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return view(keep.archive(id, seen(id, ifMatch)));
    }

    @PostMapping("/contact-persons/{id}/restoration")
    @Operation(summary = "Bring an archived contact person back")
    ResponseEntity<View> restore(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return view(keep.restore(id, seen(id, ifMatch)));
    }

    private long seen(UUID id, @Nullable String ifMatch) {
        long version = book.get(id).version();
        EntityTags.require(ifMatch, version);
        return version;
    }

    private static ResponseEntity<View> view(ContactPerson person) {
        return ResponseEntity.ok().eTag(EntityTags.of(person.version())).body(View.of(person));
    }
}

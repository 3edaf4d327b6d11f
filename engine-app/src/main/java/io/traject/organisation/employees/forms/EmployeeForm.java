package io.traject.organisation.employees.forms;

import io.traject.kernel.Bsn;
import io.traject.kernel.Country;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.PhoneNumber;
import io.traject.kernel.Postcode;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmployeeDetails.Contact;
import io.traject.organisation.employees.Gender;
import io.traject.organisation.employees.HomeAddress;
import io.traject.organisation.employees.PersonName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.validation.Errors;

/**
 * An employee as it is typed.
 *
 * @param gender by the name of a {@link Gender}; empty for unknown
 * @param language by its code; empty for the employer's
 * @param bsn left empty by who doesn't see it: then it stays what it is
 */
public record EmployeeForm(
        @NotBlank(message = "{organisation.employees.number.required}")
        @Size(max = EmployeeDetails.MAX_NUMBER_LENGTH, message = "{organisation.employees.tooLong30}")
        String number,

        String bsn,

        @NotBlank(message = "{organisation.employees.initials.required}")
        @Size(max = PersonName.MAX_SHORT_LENGTH, message = "{organisation.employees.tooLong20}")
        String initials,

        @Size(max = PersonName.MAX_LENGTH, message = "{organisation.employees.tooLong100}")
        String firstName,

        @Size(max = PersonName.MAX_LENGTH, message = "{organisation.employees.tooLong100}")
        String preferredFirstName,

        @Size(max = PersonName.MAX_SHORT_LENGTH, message = "{organisation.employees.tooLong20}")
        String prefix,

        @NotBlank(message = "{organisation.employees.lastName.required}")
        @Size(max = PersonName.MAX_LENGTH, message = "{organisation.employees.tooLong100}")
        String lastName,

        String birthDate,
        String gender,
        String language,
        String privateEmail,
        String workEmail,
        String privatePhone,
        String workPhone,

        @Size(max = HomeAddress.MAX_LENGTH, message = "{organisation.employees.tooLong100}")
        String street,

        @Size(max = HomeAddress.MAX_NUMBER_LENGTH, message = "{organisation.employees.tooLong20}")
        String houseNumber,

        @Size(max = HomeAddress.MAX_POSTCODE_LENGTH, message = "{organisation.employees.tooLong12}")
        String postcode,

        @Size(max = HomeAddress.MAX_LENGTH, message = "{organisation.employees.tooLong100}")
        String city,

        String country,
        Long version) {

    public static final EmployeeForm BLANK = new EmployeeForm(
            "", "", "", "", "", "", "", "", Gender.UNKNOWN.name(), "", "", "", "", "", "", "", "", "", "NL", 0L);

    public EmployeeForm {
        number = Typed.line(number);
        bsn = Typed.line(bsn).replaceAll("[ .]", "");
        initials = Typed.line(initials);
        firstName = Typed.line(firstName);
        preferredFirstName = Typed.line(preferredFirstName);
        prefix = Typed.line(prefix);
        lastName = Typed.line(lastName);
        birthDate = Typed.line(birthDate);
        gender = Typed.line(gender);
        language = Typed.line(language);
        privateEmail = Typed.line(privateEmail);
        workEmail = Typed.line(workEmail);
        privatePhone = Typed.line(privatePhone);
        workPhone = Typed.line(workPhone);
        street = Typed.line(street);
        houseNumber = Typed.line(houseNumber);
        postcode = Typed.line(postcode);
        city = Typed.line(city);
        country = Typed.line(country);
        version = Objects.requireNonNullElse(version, 0L);
    }

    /** @param withBsn whether the reader may see it */
    public static EmployeeForm of(EmployeeDetails details, boolean withBsn, long version) {
        PersonName name = details.name();
        Contact contact = details.contact();
        Optional<HomeAddress> address = details.address();
        return new EmployeeForm(
                details.number(),
                withBsn ? text(details.bsn(), Bsn::value) : "",
                name.initials(),
                name.firstName().orElse(""),
                name.preferredFirstName().orElse(""),
                name.prefix().orElse(""),
                name.lastName(),
                text(details.birthDate(), LocalDate::toString),
                details.gender().name(),
                text(details.language(), Language::name),
                text(contact.privateEmail(), EmailAddress::value),
                text(contact.workEmail(), EmailAddress::value),
                text(contact.privatePhone(), number -> number.printedIn(Country.NETHERLANDS)),
                text(contact.workPhone(), number -> number.printedIn(Country.NETHERLANDS)),
                text(address, HomeAddress::street),
                text(address, HomeAddress::houseNumber),
                text(address, HomeAddress::postcode),
                text(address, HomeAddress::city),
                address.map(HomeAddress::country).orElse(Country.NETHERLANDS).code(),
                version);
    }

    /** The same, as if it had been begun from that version. */
    public EmployeeForm begunFrom(long otherVersion) {
        return new EmployeeForm(
                number,
                bsn,
                initials,
                firstName,
                preferredFirstName,
                prefix,
                lastName,
                birthDate,
                gender,
                language,
                privateEmail,
                workEmail,
                privatePhone,
                workPhone,
                street,
                houseNumber,
                postcode,
                city,
                country,
                otherVersion);
    }

    /** What was typed, by the name of the field, in the order of the form. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("bsn", bsn);
        fields.put("initials", initials);
        fields.put("firstName", firstName);
        fields.put("preferredFirstName", preferredFirstName);
        fields.put("prefix", prefix);
        fields.put("lastName", lastName);
        fields.put("birthDate", birthDate);
        fields.put("gender", gender);
        fields.put("language", language);
        fields.put("workEmail", workEmail);
        fields.put("workPhone", workPhone);
        fields.put("privateEmail", privateEmail);
        fields.put("privatePhone", privatePhone);
        fields.put("street", street);
        fields.put("houseNumber", houseNumber);
        fields.put("postcode", postcode);
        fields.put("city", city);
        fields.put("country", country);
        return fields;
    }

    private static <T> String text(Optional<T> value, Function<T, String> text) {
        return value.map(text).orElse("");
    }

    /**
     * What was typed, once nothing in it is wrong; otherwise empty, with the errors told.
     *
     * @param kept the BSN that an empty field stands for
     * @param languages to choose from
     */
    public Optional<EmployeeDetails> details(
            Errors errors, LocalDate today, Optional<Bsn> kept, List<Language> languages) {
        Optional<Bsn> readBsn = Typed.read(errors, "bsn", bsn, Bsn::parse, "organisation.employees.bsn.invalid");
        Optional<LocalDate> born =
                Typed.read(errors, "birthDate", birthDate, Typed::date, "organisation.employees.date.invalid");
        if (born.filter(day -> day.isAfter(today)).isPresent()) {
            errors.rejectValue("birthDate", "organisation.employees.birthDate.future");
        }
        Contact contact = new Contact(
                email(errors, "privateEmail", privateEmail),
                email(errors, "workEmail", workEmail),
                phone(errors, "privatePhone", privatePhone),
                phone(errors, "workPhone", workPhone));
        Optional<HomeAddress> address = address(errors);
        Optional<Gender> readGender = constant(errors, "gender", gender, List.of(Gender.values()));
        Optional<Language> readLanguage = constant(errors, "language", language, languages);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new EmployeeDetails(
                        number,
                        readBsn.or(() -> kept),
                        new PersonName(
                                initials,
                                Typed.text(firstName),
                                Typed.text(preferredFirstName),
                                Typed.text(prefix),
                                lastName),
                        born,
                        readGender.orElse(Gender.UNKNOWN),
                        readLanguage,
                        contact,
                        address));
    }

    private static Optional<EmailAddress> email(Errors errors, String field, String typed) {
        return Typed.read(errors, field, typed, EmailAddress::parse, "organisation.employees.email.invalid");
    }

    private static Optional<PhoneNumber> phone(Errors errors, String field, String typed) {
        return Typed.read(
                errors,
                field,
                typed,
                text -> PhoneNumber.parse(text, Country.NETHERLANDS),
                "organisation.employees.phone.invalid");
    }

    /** All of an address, or nothing. */
    private Optional<HomeAddress> address(Errors errors) {
        if ((street + houseNumber + postcode + city).isEmpty()) {
            return Optional.empty();
        }
        required(errors, "street", street);
        required(errors, "houseNumber", houseNumber);
        required(errors, "postcode", postcode);
        required(errors, "city", city);
        Optional<Country> where = country.isEmpty() ? Optional.of(Country.NETHERLANDS) : Country.parse(country);
        if (where.isEmpty()) {
            errors.rejectValue("country", "organisation.employees.country.invalid");
        }
        boolean dutch = where.filter(Country.NETHERLANDS::equals).isPresent();
        Optional<String> code = dutch ? Postcode.parse(postcode).map(Postcode::value) : Typed.text(postcode);
        if (code.isEmpty() && !postcode.isEmpty()) {
            errors.rejectValue("postcode", "organisation.employees.postcode.invalid");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new HomeAddress(street, houseNumber, code.orElseThrow(), city, where.orElseThrow()));
    }

    private static void required(Errors errors, String field, String typed) {
        if (typed.isEmpty()) {
            errors.rejectValue(field, "organisation.employees.address.incomplete");
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(
            Errors errors, String field, String typed, List<E> constants) {
        return Typed.read(
                errors,
                field,
                typed,
                name -> constants.stream()
                        .filter(constant -> constant.name().equalsIgnoreCase(name))
                        .findFirst(),
                "organisation.employees.value.unknown");
    }
}

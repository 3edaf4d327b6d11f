package io.traject.organisation.contacts.web;

import io.traject.kernel.Country;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.PhoneNumber;
import io.traject.organisation.contacts.ContactPerson;
import io.traject.organisation.contacts.ContactPerson.Details;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A contact person as it is typed. Telephone numbers are written as in the Netherlands, or begin with +. */
record ContactPersonForm(
        @NotBlank(message = "{organisation.contacts.name.required}")
        @Size(max = Details.MAX_LENGTH, message = "{organisation.contacts.tooLong}")
        String name,

        @Size(max = Details.MAX_LENGTH, message = "{organisation.contacts.tooLong}")
        String function,

        String email,
        String phone,
        String mobile,
        String language,
        Boolean preferred,
        long version) {

    static final ContactPersonForm BLANK = new ContactPersonForm("", "", "", "", "", "", false, 0);

    /** What is typed is one line each, without blanks around it. */
    ContactPersonForm {
        name = line(name);
        function = line(function);
        email = line(email);
        phone = line(phone);
        mobile = line(mobile);
        language = line(language);
        preferred = ticked(preferred);
    }

    static ContactPersonForm of(ContactPerson person) {
        Details details = person.details();
        return new ContactPersonForm(
                details.name(),
                details.function().orElse(""),
                details.email().map(EmailAddress::value).orElse(""),
                details.phone().map(ContactPersonForm::printed).orElse(""),
                details.mobile().map(ContactPersonForm::printed).orElse(""),
                details.language().map(Enum::name).orElse(""),
                details.preferred(),
                person.version());
    }

    /** The same as typed, on top of another version. */
    ContactPersonForm onto(long newVersion) {
        return new ContactPersonForm(name, function, email, phone, mobile, language, preferred, newVersion);
    }

    /** What was typed, once nothing in it is wrong; otherwise empty, with the errors told. */
    Optional<Details> details(Errors errors) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        Optional<PhoneNumber> fixed = PhoneNumber.parse(phone, Country.NETHERLANDS);
        Optional<PhoneNumber> portable = PhoneNumber.parse(mobile, Country.NETHERLANDS);
        if (!email.isEmpty() && address.isEmpty()) {
            errors.rejectValue("email", "organisation.contacts.email.invalid");
        }
        if (!phone.isEmpty() && fixed.isEmpty()) {
            errors.rejectValue("phone", "organisation.contacts.phone.invalid");
        }
        if (!mobile.isEmpty() && portable.isEmpty()) {
            errors.rejectValue("mobile", "organisation.contacts.phone.invalid");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Details(
                        name,
                        Optional.of(function).filter(text -> !text.isEmpty()),
                        address,
                        fixed,
                        portable,
                        chosen(language),
                        preferred));
    }

    static String printed(PhoneNumber number) {
        return number.printedIn(Country.NETHERLANDS);
    }

    private static Optional<Language> chosen(String name) {
        return Arrays.stream(Language.values())
                .filter(offered -> offered.name().equals(name))
                .findFirst();
    }

    private static boolean ticked(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

package io.traject.organisation.web;

import static io.traject.organisation.Municipality.Details.MAX_LENGTH;
import static io.traject.organisation.Municipality.Details.MAX_NUMBER_LENGTH;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Postcode;
import io.traject.organisation.Municipality;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A municipality as it is typed. */
record MunicipalityForm(
        @NotBlank(message = "{organisation.municipality.name.required}")
        @Size(max = MAX_LENGTH, message = "{organisation.municipality.tooLong}")
        String name,

        @NotBlank(message = "{organisation.municipality.department.required}")
        @Size(max = MAX_LENGTH, message = "{organisation.municipality.tooLong}")
        String department,

        @NotBlank(message = "{organisation.municipality.street.required}")
        @Size(max = MAX_LENGTH, message = "{organisation.municipality.tooLong}")
        String street,

        @NotBlank(message = "{organisation.municipality.houseNumber.required}")
        @Size(max = MAX_NUMBER_LENGTH, message = "{organisation.municipality.numberTooLong}")
        String houseNumber,

        String postcode,

        @NotBlank(message = "{organisation.municipality.city.required}")
        @Size(max = MAX_LENGTH, message = "{organisation.municipality.tooLong}")
        String city,

        @NotBlank(message = "{organisation.municipality.phone.required}")
        @Size(max = MAX_NUMBER_LENGTH, message = "{organisation.municipality.numberTooLong}")
        String phone,

        String email,
        long version) {

    static final MunicipalityForm BLANK = new MunicipalityForm("", "", "", "", "", "", "", "", 0);

    /** What is typed is one line each, without blanks around it. */
    MunicipalityForm {
        name = line(name);
        department = line(department);
        street = line(street);
        houseNumber = line(houseNumber);
        postcode = line(postcode);
        city = line(city);
        phone = line(phone);
        email = line(email);
    }

    static MunicipalityForm of(Municipality municipality) {
        Municipality.Details details = municipality.details();
        return new MunicipalityForm(
                details.name(),
                details.department(),
                details.street(),
                details.houseNumber(),
                details.postcode(),
                details.city(),
                details.phone(),
                details.email().value(),
                municipality.version());
    }

    /** What was typed, once nothing in it is wrong; otherwise empty, with the errors told. */
    Optional<Municipality.Details> details(Errors errors) {
        Optional<Postcode> printed = Postcode.parse(postcode);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (printed.isEmpty()) {
            errors.rejectValue("postcode", "organisation.municipality.postcode.invalid");
        }
        if (address.isEmpty()) {
            errors.rejectValue("email", "organisation.municipality.email.invalid");
        }
        return errors.hasErrors() || printed.isEmpty() || address.isEmpty()
                ? Optional.empty()
                : Optional.of(new Municipality.Details(
                        name, department, street, houseNumber, printed.get().value(), city, phone, address.get()));
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

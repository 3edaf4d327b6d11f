package io.traject.organisation.employees.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.kernel.Bsn;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.PhoneNumber;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmployeeFiles;
import io.traject.organisation.employees.EmployeeSummary;
import io.traject.organisation.employees.Employment;
import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.HomeAddress;
import io.traject.organisation.employees.JobFunction;
import io.traject.organisation.employees.PersonName;
import io.traject.web.api.Codes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Employees as REST answers them; what is empty is left out. */
final class EmployeeViews {

    private EmployeeViews() {}

    /** An employee in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String number,
            String initials,
            @Nullable String preferredFirstName,
            @Nullable String prefix,
            String lastName,
            @Nullable LocalDate birthDate,
            String employerId,
            String employer,
            @Nullable String workplace,
            @Nullable String jobFunction,
            boolean archived) {

        static Item of(EmployeeSummary one) {
            PersonName name = one.name();
            return new Item(
                    one.id().toString(),
                    one.number(),
                    name.initials(),
                    name.preferredFirstName().orElse(null),
                    name.prefix().orElse(null),
                    name.lastName(),
                    one.birthDate().orElse(null),
                    one.employerId().toString(),
                    one.employer(),
                    one.workplace().orElse(null),
                    one.jobFunction().orElse(null),
                    one.archived());
        }

        @Override
        public String toString() {
            return "Item[" + id + "]";
        }
    }

    /**
     * An employee.
     *
     * @param bsn only for who may search by it
     * @param employments that the caller may see, the newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            String id,
            String employerId,
            String number,
            @Nullable String bsn,
            String initials,
            @Nullable String firstName,
            @Nullable String preferredFirstName,
            @Nullable String prefix,
            String lastName,
            @Nullable LocalDate birthDate,
            String gender,
            @Nullable String language,
            @Nullable String privateEmail,
            @Nullable String workEmail,
            @Nullable String privatePhone,
            @Nullable String workPhone,
            @Nullable Address address,
            boolean archived,
            List<Job> employments) {

        static Whole of(EmployeeFiles.File file, boolean withBsn) {
            EmployeeDetails details = file.employee().details();
            PersonName name = details.name();
            EmployeeDetails.Contact contact = details.contact();
            return new Whole(
                    file.employee().id().toString(),
                    file.employee().employer().toString(),
                    details.number(),
                    withBsn ? details.bsn().map(Bsn::value).orElse(null) : null,
                    name.initials(),
                    name.firstName().orElse(null),
                    name.preferredFirstName().orElse(null),
                    name.prefix().orElse(null),
                    name.lastName(),
                    details.birthDate().orElse(null),
                    Codes.of(details.gender()),
                    details.language().map(Codes::of).orElse(null),
                    contact.privateEmail().map(EmailAddress::value).orElse(null),
                    contact.workEmail().map(EmailAddress::value).orElse(null),
                    contact.privatePhone().map(PhoneNumber::value).orElse(null),
                    contact.workPhone().map(PhoneNumber::value).orElse(null),
                    details.address().map(Address::of).orElse(null),
                    file.employee().isArchived(),
                    file.employments().stream().map(Job::of).toList());
        }

        @Override
        public String toString() {
            return "Whole[" + id + "]";
        }
    }

    /** Where an employee lives. */
    record Address(String street, String houseNumber, String postcode, String city, String country) {

        static Address of(HomeAddress address) {
            return new Address(
                    address.street(),
                    address.houseNumber(),
                    address.postcode(),
                    address.city(),
                    address.country().code());
        }

        @Override
        public String toString() {
            return "Address[...]";
        }
    }

    /**
     * An employment.
     *
     * @param start the first day
     * @param end the last day
     * @param partTime percentage of a full-time employment
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Job(
            String id,
            @Nullable String establishmentId,
            @Nullable String departmentId,
            @Nullable String jobFunctionId,
            @Nullable String number,
            LocalDate start,
            @Nullable LocalDate end,
            BigDecimal partTime) {

        static Job of(EmployeeFiles.Job job) {
            return of(job.employment());
        }

        static Job of(Employment employment) {
            EmploymentDetails details = employment.details();
            return new Job(
                    employment.id().toString(),
                    details.establishment().map(UUID::toString).orElse(null),
                    details.department().map(UUID::toString).orElse(null),
                    details.jobFunction().map(UUID::toString).orElse(null),
                    details.number().orElse(null),
                    details.start(),
                    details.end().orElse(null),
                    details.partTime().percentage());
        }
    }

    /** A job function of an employer. */
    record Function(String id, String name, String code) {

        static Function of(JobFunction function) {
            return new Function(function.id().toString(), function.name(), function.code());
        }
    }

    /** All of a short list. */
    record Items<T>(List<T> items) {}
}

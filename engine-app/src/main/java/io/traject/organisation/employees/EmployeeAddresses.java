package io.traject.organisation.employees;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.AddressHolders;
import io.traject.kernel.EmailAddress;
import io.traject.organisation.employees.EmployeeDetails.Contact;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Employees, whose page shows the languages of their two e-mail addresses (A4). */
@Configuration
class EmployeeAddresses {

    @Bean
    AddressHolders workAddresses(EmployeeFiles files, Authorization authorization) {
        return new Addresses("employee", Contact::workEmail, files, authorization);
    }

    @Bean
    AddressHolders privateAddresses(EmployeeFiles files, Authorization authorization) {
        return new Addresses("employee-private", Contact::privateEmail, files, authorization);
    }

    private record Addresses(
            String kind,
            Function<Contact, Optional<EmailAddress>> address,
            EmployeeFiles files,
            Authorization authorization)
            implements AddressHolders {

        @Override
        public Holder get(UUID id) {
            authorization.require(Permission.ADDRESS_LANGUAGE);
            Employee employee = files.get(id).employee();
            EmployeeDetails details = employee.details();
            return new Holder(
                    details.name().full(),
                    "/employees/" + id,
                    address.apply(details.contact()),
                    Optional.of(employee.organisation()),
                    details.language());
        }
    }
}

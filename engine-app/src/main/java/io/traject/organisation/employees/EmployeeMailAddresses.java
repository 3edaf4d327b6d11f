package io.traject.organisation.employees;

import io.traject.access.Permission;
import io.traject.kernel.AddressHolders;
import io.traject.kernel.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Employees, whose page shows the languages of their two e-mail addresses. */
@Configuration
class EmployeeMailAddresses {

    @Bean
    AddressHolders workAddresses(EmployeeAccess access) {
        return new Addresses("employee-work", access, EmployeeDetails.Contact::workEmail);
    }

    @Bean
    AddressHolders privateAddresses(EmployeeAccess access) {
        return new Addresses("employee-private", access, EmployeeDetails.Contact::privateEmail);
    }

    private record Addresses(
            String kind, EmployeeAccess access, Function<EmployeeDetails.Contact, Optional<EmailAddress>> address)
            implements AddressHolders {

        @Override
        public Holder get(UUID id) {
            access.require(Permission.EMPLOYEES_VIEW, id);
            Employee employee = access.require(Permission.ADDRESS_LANGUAGE, id).employee();
            return new Holder(
                    employee.name().full(),
                    "/employees/" + id,
                    address.apply(employee.details().contact()),
                    Optional.of(employee.organisation()),
                    employee.details().language());
        }
    }
}

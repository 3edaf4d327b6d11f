package io.traject.organisation.employees;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An employee in a list.
 *
 * @param workplace department, or else establishment, of the employment that counts most today and that the reader may see
 * @param jobFunction in that employment
 */
public record EmployeeSummary(
        UUID id,
        String number,
        PersonName name,
        Optional<LocalDate> birthDate,
        UUID employerId,
        String employer,
        Optional<String> workplace,
        Optional<String> jobFunction,
        boolean archived) {}

package io.traject.organisation.employers;

import java.util.UUID;

/**
 * Something happened to an employer. Announced in the transaction of the change.
 *
 * @param event in the domain-event log
 */
public record EmployerStepped(UUID employer, EmployerStep step, UUID event) {}

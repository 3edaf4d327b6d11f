package io.traject.organisation.employees;

import java.util.UUID;

/** Announced in the transaction in which an employee gets another name. @param name as lists show it */
public record EmployeeRenamed(UUID employee, String name) {}

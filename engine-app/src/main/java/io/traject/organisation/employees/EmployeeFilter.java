package io.traject.organisation.employees;

import java.util.Optional;
import java.util.UUID;

/**
 * Which employees of a list are wanted.
 *
 * @param at a node: only those who work there or below it
 * @param archived those whose files are put away, instead of the others
 * @param text beginnings of words of the number or the names, all of which must be there, in any order
 */
public record EmployeeFilter(Optional<UUID> at, boolean archived, Optional<String> text) {}

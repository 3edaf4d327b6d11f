package io.traject.organisation.employees;

/** How somebody is addressed. */
public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}

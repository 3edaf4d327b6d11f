package io.traject.cases;

/** The types of case; each is run by a process of its own. */
public enum CaseType {
    RE_EXAMINATION
}

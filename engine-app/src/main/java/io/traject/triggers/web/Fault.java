package io.traject.triggers.web;

/**
 * Something to mend, said beside what it is about and on top of the page.
 *
 * @param at id of the element that it is about
 */
record Fault(String at, String text) {}

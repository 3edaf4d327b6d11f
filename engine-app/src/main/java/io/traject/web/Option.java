package io.traject.web;

/** One of the values of a select or a group of radio buttons, with its words in the reader's language. */
public record Option(String value, String label) {}

package io.traject.triggers.web;

import io.traject.web.Option;
import java.util.List;

/** Options of a select that belong together. */
record OptionGroup(String label, List<Option> options) {}

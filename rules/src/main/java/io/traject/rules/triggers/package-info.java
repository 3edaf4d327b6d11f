/**
 * Triggers as data: an event, conditions on what is known then, and actions. Checked, compiled to Drools through its model DSL
 * (never to rule text, so that nobody's input becomes code), and explained by an interpreter of the same model.
 */
@NullMarked
package io.traject.rules.triggers;

import org.jspecify.annotations.NullMarked;

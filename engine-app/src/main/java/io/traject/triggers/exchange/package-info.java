/** Triggers as files: out of one installation or organisation and into another, also in the format that came before this one. */
@NullMarked
package io.traject.triggers.exchange;

import org.jspecify.annotations.NullMarked;

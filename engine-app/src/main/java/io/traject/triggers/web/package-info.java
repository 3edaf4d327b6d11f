/** The pages on which functional administrators keep their triggers. */
@NullMarked
package io.traject.triggers.web;

import org.jspecify.annotations.NullMarked;

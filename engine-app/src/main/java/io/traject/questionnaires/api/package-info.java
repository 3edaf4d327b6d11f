/** Questionnaires over REST. */
@NullMarked
package io.traject.questionnaires.api;

import org.jspecify.annotations.NullMarked;

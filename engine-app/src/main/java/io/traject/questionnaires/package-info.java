/**
 * Questionnaires: what administrators let people be asked, what was answered in cases, and how that adds up. Other rooms get
 * to know of them by the {@link io.traject.questionnaires.QuestionnaireCatalogue catalogue} and by the event
 * {@code questionnaire.completed}.
 */
@ApplicationModule(displayName = "Questionnaires")
@NullMarked
package io.traject.questionnaires;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

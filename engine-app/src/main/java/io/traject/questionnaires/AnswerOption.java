package io.traject.questionnaires;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers that may be chosen.
 *
 * @param code stable, kebab-case, unique in its question
 * @param value what it counts for; null only in a draft
 */
public record AnswerOption(
        String code, Bilingual text, @Nullable BigDecimal value) {}

package io.traject.questionnaires;

import java.util.List;
import java.util.UUID;

/** Who goes by what is asked; implemented by the rooms that do. */
public interface QuestionnaireUse {

    /**
     * Names of what does not fit the questionnaires of the organisation, as the current transaction sees them. Nothing that
     * would not fit them is begun by others between the first call and the end of the transaction.
     */
    List<String> unfit(UUID organisation);
}

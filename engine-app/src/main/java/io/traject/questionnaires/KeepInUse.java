package io.traject.questionnaires;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Undoes a change of questionnaires by which something that goes by their answers would no longer fit. */
@Component
class KeepInUse {

    private final List<QuestionnaireUse> uses;
    private final QuestionnaireVersions versions;

    KeepInUse(List<QuestionnaireUse> uses, QuestionnaireVersions versions) {
        this.uses = List.copyOf(uses);
        this.versions = versions;
    }

    /**
     * Makes the change, in the transaction of the method that calls this.
     *
     * @return names of what it would break; unless there are none that transaction will be undone
     */
    List<String> brokenBy(UUID organisation, Runnable change) {
        List<String> before = unfit(organisation);
        change.run();
        versions.flush();
        List<String> broken = new ArrayList<>(unfit(organisation));
        broken.removeAll(before);
        if (!broken.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return broken;
    }

    private List<String> unfit(UUID organisation) {
        return uses.stream().flatMap(use -> use.unfit(organisation).stream()).toList();
    }
}

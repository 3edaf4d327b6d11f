package io.traject.cases;

import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what was supplied for a case: by a case worker for the resident, or by a program. */
@Service
public class SupplyData {

    private final CaseDirectory directory;
    private final ExamineDocuments examineDocuments;
    private final FileSuppliedData fileSuppliedData;
    private final TransactionTemplate transaction;

    SupplyData(
            CaseDirectory directory,
            ExamineDocuments examineDocuments,
            FileSuppliedData fileSuppliedData,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.examineDocuments = examineDocuments;
        this.fileSuppliedData = fileSuppliedData;
        this.transaction = transaction;
    }

    /**
     * @param data named values, as supplied
     * @return the case; refused with {@code supplied-data-empty}, with {@code case-not-open} when it has ended, or for a
     *     document that can't be taken ({@link ExamineDocuments#examine}); nothing is kept then
     */
    public Outcome<Case> supply(UUID caseId, Map<String, Object> data, List<ReceivedDocument> documents) {
        directory.get(caseId, Permission.CASES_EDIT);
        if (data.isEmpty() && documents.isEmpty()) {
            return Outcome.refused("supplied-data-empty");
        }
        return switch (examineDocuments.examine(documents)) {
            case Outcome.Refused<List<NewDocument>>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<List<NewDocument>>(List<NewDocument> examined) ->
                Objects.requireNonNull(transaction.execute(
                        status -> fileSuppliedData.file(directory.get(caseId, Permission.CASES_EDIT), data, examined)));
        };
    }
}

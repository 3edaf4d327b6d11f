package io.traject.cases;

import io.traject.access.ResidentActor;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import io.traject.kernel.RealTime;
import io.traject.organisation.Municipality;
import io.traject.organisation.MunicipalityDirectory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what a resident sends with the link of the invitation. The link ends with it: of two at once, one wins. */
@Service
public class SupplyByLink {

    private final JdbcClient database;
    private final Cases cases;
    private final MunicipalityDirectory municipalities;
    private final List<CaseTopics> topics;
    private final ExamineDocuments examineDocuments;
    private final FileSuppliedData fileSuppliedData;
    private final TransactionTemplate transaction;
    private final BusinessTime businessTime;
    private final RealTime realTime;

    SupplyByLink(
            JdbcClient database,
            Cases cases,
            MunicipalityDirectory municipalities,
            List<CaseTopics> topics,
            ExamineDocuments examineDocuments,
            FileSuppliedData fileSuppliedData,
            TransactionTemplate transaction,
            BusinessTime businessTime,
            RealTime realTime) {
        this.database = database;
        this.cases = cases;
        this.municipalities = municipalities;
        this.topics = topics;
        this.examineDocuments = examineDocuments;
        this.fileSuppliedData = fileSuppliedData;
        this.transaction = transaction;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * What may be told to whoever has the link: who asks, for what and until when. Nothing about the resident, not even the
     * name: a link may have been passed on or found.
     *
     * @param topic such as the scheme
     * @param until the first moment at which it is too late
     */
    public record Request(Municipality.Details municipality, Optional<String> topic, Instant until) {}

    /** @return empty when the code is unknown, was used, or is not waited for (any more) */
    @Transactional(readOnly = true)
    public Optional<Request> find(String code) {
        return caseOf(code).flatMap(cases::findById).filter(this::waits).map(this::request);
    }

    /**
     * @return what it was sent for; refused with {@code supply-link-ended}, {@code supplied-data-empty}, or for a document
     *     that can't be taken ({@link ExamineDocuments#examine}); nothing is kept then, and the link goes on working
     */
    public Outcome<Request> supply(String code, Map<String, Object> data, List<ReceivedDocument> documents) {
        if (find(code).isEmpty()) {
            return Outcome.refused("supply-link-ended");
        }
        if (data.isEmpty() && documents.isEmpty()) {
            return Outcome.refused("supplied-data-empty");
        }
        return switch (examineDocuments.examine(documents)) {
            case Outcome.Refused<List<NewDocument>>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<List<NewDocument>>(List<NewDocument> examined) ->
                Objects.requireNonNull(transaction.execute(status -> use(code, data, examined)));
        };
    }

    private Outcome<Request> use(String code, Map<String, Object> data, List<NewDocument> documents) {
        Optional<Case> waiting =
                caseOf(code).flatMap(this::lock).filter(this::waits).filter(found -> endLinks(found.id()));
        if (waiting.isEmpty()) {
            return Outcome.refused("supply-link-ended");
        }
        Case target = waiting.get();
        Request request = request(target);
        ResidentActor.call(target.organisation(), () -> fileSuppliedData.file(target, data, documents))
                .orThrow();
        return Outcome.done(request);
    }

    private Optional<UUID> caseOf(String code) {
        return SupplyCode.parse(code)
                .flatMap(parsed -> database.sql(
                                "select case_id from cases_supply_link where code_hash = ? and used_at is null")
                        .param(parsed.hash())
                        .query(UUID.class)
                        .optional());
    }

    /** Before the case is read, so that whoever changes it at the same time is waited for. */
    private Optional<Case> lock(UUID caseId) {
        database.sql("select id from cases_case where id = ? for update")
                .param(caseId)
                .query(UUID.class)
                .single();
        return cases.findById(caseId);
    }

    private boolean waits(Case found) {
        return found.isOpen()
                && found.stage().compareTo(CaseStage.ASSESSMENT) < 0
                && businessTime.now().isBefore(found.dueAt());
    }

    private boolean endLinks(UUID caseId) {
        return database.sql("update cases_supply_link set used_at = ? where case_id = ? and used_at is null")
                        .params(realTime.now().atOffset(ZoneOffset.UTC), caseId)
                        .update()
                > 0;
    }

    private Request request(Case found) {
        return new Request(
                municipalities.get(found.organisation()).details(),
                topics.stream().flatMap(one -> one.topicOf(found.id()).stream()).findFirst(),
                found.dueAt());
    }
}

package io.traject.reexamination;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.communication.BatchCounts;
import io.traject.communication.Communications;
import io.traject.communication.Letters;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks batches up, within what the actor may see, with how far they have come. */
@Service
@Transactional(readOnly = true)
public class BatchDirectory {

    private static final List<BatchState> RUNNING =
            List.of(BatchState.CREATING, BatchState.DISPATCHING, BatchState.PAUSED);

    private final Batches batches;
    private final Residents residents;
    private final RetryItems items;
    private final Communications communications;
    private final Authorization authorization;

    BatchDirectory(
            Batches batches,
            Residents residents,
            RetryItems items,
            Communications communications,
            Authorization authorization) {
        this.batches = batches;
        this.residents = residents;
        this.items = items;
        this.communications = communications;
        this.authorization = authorization;
    }

    /** How far the phase has come that a batch is in, or the last one that it finished. */
    public record Progress(int done, int failed, int total) {}

    /**
     * A resident who was left behind.
     *
     * @param row of the spreadsheet
     * @param failure a code that says why
     * @param retryable whether a retry may help: nothing helps who had an open case already, or whose case has ended
     */
    public record Unprocessed(int row, String name, String failure, boolean retryable, Optional<UUID> caseId) {}

    /** Residents with a case, per form of communication; one who wants both counts under {@code both} only. */
    public record Recipients(int mailOnly, int letterOnly, int both) {

        public int mails() {
            return mailOnly + both;
        }

        public int letters() {
            return letterOnly + both;
        }
    }

    /** @throws NotFoundException when there is none, or it is another organisation's */
    public Batch get(UUID batchId) {
        authorization.require(Permission.RE_EXAMINATION_RUN);
        Batch batch = batches.findById(batchId).orElseThrow(NotFoundException::new);
        authorization.require(Permission.RE_EXAMINATION_RUN, batch.municipality());
        return batch;
    }

    public Page<Batch> list(Pageable page) {
        return batches.findByMunicipalityId(authorization.organisation(Permission.RE_EXAMINATION_RUN), page);
    }

    /** Those that are being created or dispatched now, also while that is paused. */
    public List<Batch> running() {
        return batches.findByMunicipalityIdAndStateIn(
                authorization.organisation(Permission.RE_EXAMINATION_RUN), RUNNING);
    }

    /** In residents while cases are created and while some are invited again, in mails and letters while all are sent. */
    public Progress progress(Batch batch) {
        if (batch.retry().isPresent()) {
            return progress(items.tally(batch.retry().get()));
        }
        return switch (batch.state()) {
            case CHECKED -> new Progress(0, 0, batch.rowCount());
            case REJECTED -> new Progress(0, 0, 0);
            case CREATING, CREATED, DISCARDED -> progress(residents.creationTally(batch.id()));
            case DISPATCHING, PAUSED, DISPATCHED -> {
                BatchCounts counts = batch.state() == BatchState.DISPATCHED
                        ? communications.settled(batch.id())
                        : communications.counts(batch.id());
                Recipients recipients = recipients(batch);
                yield new Progress(counts.sent(), counts.failed(), recipients.mails() + recipients.letters());
            }
        };
    }

    private static Progress progress(Residents.Tally tally) {
        return new Progress(tally.done(), tally.failed(), tally.total());
    }

    /** How many residents have been reached, by mail, by letter or both. */
    public int invited(Batch batch) {
        return residents.dispatchTally(batch.id()).done();
    }

    public Recipients recipients(Batch batch) {
        return residents.recipients(batch.id());
    }

    /** How many print volumes the letters fill that have been made so far. */
    public int volumes(Batch batch) {
        return Letters.volumes(communications.letters(batch.id()));
    }

    /** Those left behind, in the spreadsheet's order; at most so many. */
    public List<Unprocessed> unprocessed(Batch batch, int atMost) {
        return residents.unprocessed(batch.id(), atMost).stream()
                .map(left -> new Unprocessed(
                        left.rowNumber(),
                        left.name(),
                        left.failure(),
                        left.retryable(),
                        Optional.ofNullable(left.caseId())))
                .toList();
    }
}

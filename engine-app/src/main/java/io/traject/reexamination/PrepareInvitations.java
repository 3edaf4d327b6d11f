package io.traject.reexamination;

import io.traject.communication.Communication;
import io.traject.communication.Communication.Place;
import io.traject.communication.Communications;
import io.traject.communication.NewCommunication;
import io.traject.communication.Sender;
import io.traject.communication.Senders;
import io.traject.communication.TemplateKind;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.kernel.NotFoundException;
import io.traject.reexamination.InvitationTexts.NumberedTemplate;
import io.traject.reexamination.Residents.Retried;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the mails and letters of a range of a dispatch, a chunk at a time; each chunk commits by itself, so that the
 * progress shows and a repeat goes on where it stopped. What exists is left alone: nobody gets two invitations. Once a
 * pause has been agreed to, nothing more is made.
 */
@Service
public class PrepareInvitations {

    private static final int CHUNK = 50;

    private final Batches batches;
    private final Residents residents;
    private final InvitationTemplates templates;
    private final InvitationTexts texts;
    private final Communications communications;
    private final Senders senders;
    private final MailLanguages mailLanguages;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    PrepareInvitations(
            Batches batches,
            Residents residents,
            InvitationTemplates templates,
            InvitationTexts texts,
            Communications communications,
            Senders senders,
            MailLanguages mailLanguages,
            BusinessTime time,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.residents = residents;
        this.templates = templates;
        this.texts = texts;
        this.communications = communications;
        this.senders = senders;
        this.mailLanguages = mailLanguages;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return whether the whole range is prepared; false when the dispatch was paused */
    public boolean prepare(UUID batchId, int from, int to) {
        return prepare(batchId, from, to, (batch, start, end) -> {
            Set<Integer> prepared = communications.preparedIndexes(batchId, start, end);
            List<Resident> chunk = residents.inDispatch(batchId, start, end).stream()
                    .filter(resident -> !prepared.contains(resident.requiredDispatchIndex()))
                    .toList();
            return write(batch, chunk);
        });
    }

    /**
     * Writes again what failed for a range of a retry, and nothing that did not.
     *
     * @return whether the whole range is prepared; false when the dispatch was paused
     */
    public boolean prepareRetry(UUID batchId, UUID retryId, int from, int to) {
        return prepare(batchId, from, to, (batch, start, end) -> {
            List<Retried> chunk = residents.inRetry(retryId, start, end);
            Map<UUID, Integer> places = chunk.stream()
                    .collect(Collectors.toMap(one -> one.resident().requiredCaseId(), Retried::place));
            List<Communication> failed = communications.latestInvitations(places.keySet()).stream()
                    .filter(latest -> latest.state() == Communication.State.FAILED)
                    .toList();
            return write(batch, chunk.stream().map(Retried::resident).toList()).stream()
                    .flatMap(written -> failed.stream()
                            .filter(before -> before.caseId().equals(written.caseId())
                                    && before.kind() == written.template().kind())
                            .map(before -> written.inPlaceOf(
                                    before, new Place(retryId, Objects.requireNonNull(places.get(written.caseId()))))))
                    .toList();
        });
    }

    /** What is to be written for a part of a range; the end is exclusive. */
    private interface Portion {
        List<NewCommunication> of(Batch batch, int start, int end);
    }

    private boolean prepare(UUID batchId, int from, int to, Portion portion) {
        Batch batch = batches.findById(batchId).orElseThrow(NotFoundException::new);
        boolean goesOn = batch.state() != BatchState.PAUSED;
        for (int start = from; goesOn && start < to; start += CHUNK) {
            goesOn = keep(batchId, portion.of(batch, start, Math.min(start + CHUNK, to)));
        }
        return goesOn;
    }

    /** Under the batch's lock, so that a pause and a chunk don't pass each other unseen. */
    private boolean keep(UUID batchId, List<NewCommunication> written) {
        return transaction.execute(status -> {
            Batch batch = batches.shareById(batchId).orElseThrow(NotFoundException::new);
            if (batch.state() == BatchState.PAUSED) {
                return false;
            }
            communications.prepare(written);
            return true;
        });
    }

    /** On all processors: setting a letter takes some 20 ms of one. */
    private List<NewCommunication> write(Batch batch, List<Resident> chunk) {
        Sender sender = senders.get(batch.municipality());
        LocalDate date = time.today();
        Map<EmailAddress, Language> languages = mailLanguages.of(
                chunk.stream().flatMap(resident -> resident.mailbox().stream()).toList(), batch.municipality());
        return chunk.parallelStream()
                .flatMap(resident -> templatesFor(batch, resident, languages)
                        .map(template ->
                                texts.write(resident, template, sender, date, batch.municipality(), batch.id())))
                .toList();
    }

    private Stream<NumberedTemplate> templatesFor(
            Batch batch, Resident resident, Map<EmailAddress, Language> languages) {
        var wanted = new ArrayList<NumberedTemplate>();
        if (resident.preference().byMail()) {
            wanted.add(resident.mailbox()
                    .map(languages::get)
                    .map(language -> templates.get(batch.municipality(), TemplateKind.INVITATION_MAIL, language))
                    .orElseGet(() -> templates.get(batch.municipality(), TemplateKind.INVITATION_MAIL)));
        }
        if (resident.preference().byLetter()) {
            wanted.add(templates.get(batch.municipality(), TemplateKind.INVITATION_LETTER));
        }
        return wanted.stream();
    }
}

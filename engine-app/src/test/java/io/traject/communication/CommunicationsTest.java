package io.traject.communication;

import static io.traject.communication.Fixtures.VOORBEELD;
import static io.traject.communication.Fixtures.head;
import static io.traject.communication.Fixtures.standard;
import static io.traject.communication.Fixtures.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.traject.communication.Communication.State;
import io.traject.communication.Communications.Fate;
import io.traject.communication.NewCommunication.Content;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.kernel.Refusal;
import io.traject.testing.TrajectTest;
import io.traject.workers.mail.MailOutbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TrajectTest
class CommunicationsTest {

    private static final CompiledTemplate MAIL = standard(TemplateKind.INVITATION_MAIL, Language.NL);
    private static final CompiledTemplate LETTER = standard(TemplateKind.INVITATION_LETTER, Language.NL);

    @Autowired
    private Communications communications;

    @Autowired
    private Letters letters;

    @Autowired
    private MailRenderer mailRenderer;

    @Autowired
    private LetterRenderer letterRenderer;

    @Autowired
    private MailOutbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private final UUID municipality = Ids.next();
    private final UUID batch = Ids.next();

    @Test
    void shouldFileTheLetterAndPutTheMailInTheOutbox() {
        UUID both = Ids.next();

        assertThat(prepare(mail(both, 0), letter(both, 0))).isEqualTo(2);

        assertThat(communications.ofCase(both))
                .extracting(Communication::channel, Communication::state)
                .containsExactlyInAnyOrder(tuple(Channel.MAIL, State.PREPARED), tuple(Channel.LETTER, State.PREPARED));
        assertThat(outbox.statuses(batch, 0, 1)).hasSize(1);
        Communication letter = ofChannel(both, Channel.LETTER);
        assertThat(letter.fileName()).isEqualTo("HO-26-0000000.pdf");
        assertThat(Fixtures.text(letters.pdf(letter.id()).orElseThrow())).contains("Geachte heer/mevrouw De Vries");
    }

    @Test
    void shouldWriteToNobodyTwice() {
        UUID both = Ids.next();
        prepare(mail(both, 0), letter(both, 0));
        var before = communications.ofCase(both);

        assertThat(prepare(mail(both, 0), letter(both, 0))).isZero();

        assertThat(communications.ofCase(both)).isEqualTo(before);
        assertThat(outbox.statuses(batch, 0, 1)).hasSize(1);
    }

    @Test
    void shouldCountALaterAttemptInPlaceOfTheOneThatFailed() {
        UUID one = Ids.next();
        prepare(unmade(one, 0));
        assertThat(communications.failed(batch)).singleElement().satisfies(failed -> {
            assertThat(failed.failureCode()).isEqualTo("letter-character-unprintable");
            assertThat(failed.failureDetail()).isEqualTo("Ж (U+0416)");
        });

        Communication failed = ofChannel(one, Channel.LETTER);
        assertThat(prepare(letter(one, 0))).isZero();
        assertThat(prepare(letter(one, 0).inPlaceOf(failed, new Communication.Place(Ids.next(), 0))))
                .isEqualTo(1);
        assertThat(prepare(letter(one, 0).inPlaceOf(failed, new Communication.Place(Ids.next(), 0))))
                .isZero();
        communications.recordLetters(List.of(one));

        assertThat(communications.ofCase(one))
                .extracting(Communication::state, Communication::occasion, Communication::resent)
                .containsExactly(tuple(State.SENT, 100, false), tuple(State.FAILED, 0, true));
        assertThat(communications.invitations(List.of(one))).containsExactly(new Fate(one, true, null));
        assertThat(communications.settled(batch)).isEqualTo(new BatchCounts(1, 1, 0, 1));
    }

    @Test
    void shouldWriteOnlyInTheTransactionOfTheBusinessChange() {
        assertThatThrownBy(() -> communications.prepare(List.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void shouldNoteWhatBecameOfMailsAndLetters() {
        UUID mailed = Ids.next();
        UUID refused = Ids.next();
        UUID written = Ids.next();
        UUID outsideTheRange = Ids.next();
        prepare(mail(mailed, 0), mail(refused, 1), letter(written, 2), letter(outsideTheRange, 3));
        jdbc.update(
                "update mail_outbox set state = 'SENT', sent_at = now() where group_id = ? and group_index = 0", batch);
        jdbc.update(
                "update mail_outbox set state = 'FAILED', failed_at = now(), last_error = '550 no such user'"
                        + " where group_id = ? and group_index = 1",
                batch);

        assertThat(communications.recordMails(batch, 0, 3))
                .extracting(Communication::caseId)
                .containsExactly(refused);
        assertThat(communications.recordMails(batch, 0, 3)).isEmpty();
        communications.recordLetters(List.of(mailed, refused, written));

        assertThat(communications.invitations(List.of(mailed, refused, written)))
                .containsExactlyInAnyOrder(
                        new Fate(mailed, true, null),
                        new Fate(refused, false, "mail-not-delivered"),
                        new Fate(written, true, null));
        assertThat(communications.counts(batch)).isEqualTo(new BatchCounts(4, 3, 1, 2));
        assertThat(ofChannel(refused, Channel.MAIL).failureDetail()).isEqualTo("550 no such user");
        assertThat(ofChannel(outsideTheRange, Channel.LETTER).state()).isEqualTo(State.PREPARED);
    }

    @Test
    void shouldPrintALargeBatchInVolumesInItsOrder() throws Exception {
        RenderedLetter letter = rendered(7);
        int count = Letters.VOLUME + 20;
        var batchOfLetters = new ArrayList<NewCommunication>();
        for (int i = count - 1; i >= 0; i--) {
            batchOfLetters.add(communication(Ids.next(), LETTER, i, new Content.Letter("HO-" + i, letter)));
        }
        prepare(batchOfLetters.toArray(NewCommunication[]::new));

        assertThat(Letters.volumes(count)).isEqualTo(2);
        var second = new ByteArrayOutputStream();
        letters.writeVolume(batch, 2, second);
        try (var volume = Loader.loadPDF(second.toByteArray())) {
            assertThat(volume.getNumberOfPages()).isEqualTo(20 * 2);
        }
        var zipped = new ByteArrayOutputStream();
        letters.writeZip(batch, zipped);
        assertThat(names(zipped.toByteArray()))
                .hasSize(count)
                .startsWith("HO-0.pdf", "HO-1.pdf")
                .endsWith("HO-1019.pdf");
    }

    private int prepare(NewCommunication... prepared) {
        return transaction.execute(status -> communications.prepare(List.of(prepared)));
    }

    private NewCommunication mail(UUID caseId, int index) {
        return communication(
                caseId,
                MAIL,
                index,
                new Content.Mail(
                        "resident" + index + "@example.org",
                        mailRenderer.render(MAIL, values().build(), VOORBEELD).orThrow()));
    }

    private NewCommunication letter(UUID caseId, int index) {
        return communication(caseId, LETTER, index, new Content.Letter("HO-26-000000" + index, rendered(index)));
    }

    private NewCommunication unmade(UUID caseId, int index) {
        return communication(
                caseId, LETTER, index, new Content.Unmade(Refusal.of("letter-character-unprintable", "Ж (U+0416)")));
    }

    private NewCommunication communication(UUID caseId, CompiledTemplate template, int index, Content content) {
        return NewCommunication.ofBatch(
                caseId, municipality, template, 1, new Communication.Place(batch, index), content);
    }

    private RenderedLetter rendered(int index) {
        return letterRenderer.render(LETTER, values().build(), head()).orThrow();
    }

    private Communication ofChannel(UUID caseId, Channel channel) {
        return communications.ofCase(caseId).stream()
                .filter(communication -> communication.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(byte[] zipped) throws Exception {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}

package io.traject.communication;

import io.traject.cases.SupplyLinks;
import io.traject.communication.Communication.Place;
import io.traject.communication.Communication.State;
import io.traject.communication.NewCommunication.Content;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.kernel.Refusal;
import io.traject.workers.mail.MailOutbox;
import io.traject.workers.mail.MailState;
import io.traject.workers.mail.MailStatus;
import io.traject.workers.mail.OutgoingMail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to whom: the communications of all cases. */
@Repository
public class Communications {

    private static final String SELECT = """
            select c.*, d.file_name, exists (select from communication_communication again
                where again.resend_of = c.id) as resent
            from communication_communication c
            left join communication_document d on d.communication_id = c.id
            """;

    private final JdbcClient jdbc;
    private final Letters letters;
    private final MailOutbox outbox;
    private final SupplyLinks links;
    private final BusinessTime time;
    private final String from;

    Communications(
            JdbcClient jdbc,
            Letters letters,
            MailOutbox outbox,
            SupplyLinks links,
            BusinessTime time,
            @Value("${traject.mail.from}") String from) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.outbox = outbox;
        this.links = links;
        this.time = time;
        this.from = from;
    }

    /**
     * Writes communications with their letters, and puts their mails in the outbox (group: the batch), in the caller's
     * transaction. What a case has already stays as it is: this may be repeated, and nobody is written to twice. The
     * residents' links work from now on.
     *
     * @return how many were written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int prepare(List<NewCommunication> communications) {
        var made = communications.stream().map(Made::of).toList();
        Set<UUID> written = insert(made);
        links.open(communications.stream().map(NewCommunication::caseId).collect(Collectors.toSet()));
        var mails = new ArrayList<OutgoingMail>();
        var documents = new ArrayList<LetterDocument>();
        for (Made one : made) {
            if (written.contains(one.id())) {
                switch (one.what().content()) {
                    case Content.Mail mail -> mails.add(outgoing(one, mail));
                    case Content.Letter letter ->
                        documents.add(LetterDocument.of(one.id(), letter.reference(), letter.letter()));
                    case Content.Unmade unmade -> {}
                }
            }
        }
        letters.add(documents);
        outbox.add(mails);
        return written.size();
    }

    /** @param id the same for the mail in the outbox */
    private record Made(UUID id, NewCommunication what) {

        static Made of(NewCommunication what) {
            return new Made(Ids.next(), what);
        }

        Channel channel() {
            return what.template().kind().channel();
        }

        String subject() {
            return switch (what.content()) {
                case Content.Mail(String to, RenderedMail mail) -> mail.subject();
                case Content.Letter(String reference, RenderedLetter letter) -> letter.subject();
                case Content.Unmade unmade -> "";
            };
        }

        @Nullable
        UUID mailId() {
            return what.content() instanceof Content.Mail ? id : null;
        }

        State state() {
            return what.content() instanceof Content.Unmade ? State.FAILED : State.PREPARED;
        }

        @Nullable
        String failureCode() {
            return what.content() instanceof Content.Unmade(Refusal reason) ? reason.code() : null;
        }

        @Nullable
        String failureDetail() {
            return what.content() instanceof Content.Unmade(Refusal reason)
                    ? reason.arguments().stream().map(Object::toString).collect(Collectors.joining(", "))
                    : null;
        }
    }

    /** The cases that these mails were about; without mails that are about none. */
    public Map<UUID, UUID> casesOfMails(Collection<UUID> mails) {
        return jdbc
                .sql("select mail_id, case_id from communication_communication where mail_id = any(?)")
                .param(mails.toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("mail_id", UUID.class), row.getObject("case_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<UUID> insert(List<Made> made) {
        return new HashSet<>(jdbc.sql("""
                        insert into communication_communication (id, case_id, municipality_id, kind, channel, occasion,
                            resend_of, language, template_number, batch_id, batch_index, subject, mail_id, state,
                            failure_code, failure_detail, created_at)
                        select *, ?::timestamptz from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                            ?::int[], ?::uuid[], ?::text[], ?::int[], ?::uuid[], ?::int[], ?::text[], ?::uuid[],
                            ?::text[], ?::text[], ?::text[])
                        on conflict do nothing
                        returning id""")
                .param(now())
                .param(column(made, Made::id, UUID[]::new))
                .param(column(made, one -> one.what().caseId(), UUID[]::new))
                .param(column(made, one -> one.what().municipalityId(), UUID[]::new))
                .param(column(made, one -> one.what().template().kind().name(), String[]::new))
                .param(column(made, one -> one.channel().name(), String[]::new))
                .param(column(made, one -> one.what().occasion(), Integer[]::new))
                .param(column(made, one -> one.what().resendOf(), UUID[]::new))
                .param(column(made, one -> one.what().template().language().name(), String[]::new))
                .param(column(made, one -> one.what().templateNumber(), Integer[]::new))
                .param(column(made, one -> batch(one.what().place()), UUID[]::new))
                .param(column(made, one -> index(one.what().place()), Integer[]::new))
                .param(column(made, Made::subject, String[]::new))
                .param(column(made, Made::mailId, UUID[]::new))
                .param(column(made, one -> one.state().name(), String[]::new))
                .param(column(made, Made::failureCode, String[]::new))
                .param(column(made, Made::failureDetail, String[]::new))
                .query(UUID.class)
                .list());
    }

    private static @Nullable UUID batch(@Nullable Place place) {
        return place == null ? null : place.batchId();
    }

    private static @Nullable Integer index(@Nullable Place place) {
        return place == null ? null : place.index();
    }

    private static <F, T extends @Nullable Object> T[] column(
            List<F> rows, Function<F, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private OutgoingMail outgoing(Made made, Content.Mail content) {
        NewCommunication what = made.what();
        RenderedMail mail = content.mail();
        return new OutgoingMail(
                made.id(),
                batch(what.mailPlace()),
                what.mailPlace() == null ? 0 : what.mailPlace().index(),
                what.municipalityId(),
                from,
                content.to(),
                mail.subject(),
                mail.plain(),
                mail.html(),
                what.template().language().locale().toLanguageTag());
    }

    /**
     * Notes what became of the mails in a range of a group. May be repeated.
     *
     * @param to after the last
     * @return those that were refused, and were not known to be
     */
    @Transactional
    public List<Communication> recordMails(UUID group, int from, int to) {
        var ended = outbox.statuses(group, from, to).stream()
                .filter(status -> status.state() == MailState.SENT || status.state() == MailState.FAILED)
                .toList();
        List<UUID> refused = jdbc.sql("""
                        update communication_communication c
                        set state = case when m.sent_at is null then 'FAILED' else 'SENT' end, sent_at = m.sent_at,
                            failure_code = case when m.sent_at is null then 'mail-not-delivered' end,
                            failure_detail = m.error
                        from unnest(?::uuid[], ?::timestamptz[], ?::text[]) as m (id, sent_at, error)
                        where c.mail_id = m.id and c.state = 'PREPARED'
                        returning case when c.state = 'FAILED' then c.id end""")
                .param(column(ended, MailStatus::id, UUID[]::new))
                .param(column(ended, Communications::sentAt, String[]::new))
                .param(column(ended, Communications::error, String[]::new))
                .query(UUID.class)
                .list();
        return find(refused);
    }

    /** Notes that the letters of these cases are ready to be printed and posted. */
    @Transactional
    public void recordLetters(Collection<UUID> caseIds) {
        jdbc.sql("""
                        update communication_communication set state = 'SENT', sent_at = ?
                        where case_id = any(?) and channel = 'LETTER' and state = 'PREPARED'""").param(now()).param(caseIds.toArray(UUID[]::new)).update();
    }

    /**
     * How the invitation of a case fared.
     *
     * @param reached by mail, by letter or both
     * @param failure why one of them failed, when no later attempt succeeded
     */
    public record Fate(
            UUID caseId, boolean reached, @Nullable String failure) {}

    /** How the invitations of these cases fared; cases without one are left out. */
    public List<Fate> invitations(Collection<UUID> caseIds) {
        return jdbc.sql("""
                        select case_id, bool_or(reached) as reached, min(failure) filter (where not reached) as failure
                        from (select case_id, channel, bool_or(state in ('SENT', 'BOUNCED')) as reached,
                                (array_agg(failure_code order by occasion desc))[1] as failure
                            from communication_communication
                            where case_id = any(?) and kind in ('INVITATION_MAIL', 'INVITATION_LETTER')
                            group by case_id, channel) each_channel
                        group by case_id""")
                .param(caseIds.toArray(UUID[]::new))
                .query((row, index) -> new Fate(
                        row.getObject("case_id", UUID.class), row.getBoolean("reached"), row.getString("failure")))
                .list();
    }

    /**
     * Notes that a mail came back after the mail server had taken it.
     *
     * @param words of the mail server
     * @return the communication; empty when it was known, or the mail is no communication
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Communication> recordBounce(UUID mailId, String words) {
        recordDelivery(mailId);
        return jdbc.sql("""
                        update communication_communication
                        set state = 'BOUNCED', failure_code = 'mail-bounced', failure_detail = ?
                        where mail_id = ? and state = 'SENT' returning id""")
                .params(words, mailId)
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(List.of(id)).stream().findFirst());
    }

    private static @Nullable String sentAt(MailStatus status) {
        return status.sentAt() == null ? null : status.sentAt().toString();
    }

    private static @Nullable String error(MailStatus status) {
        return status.state() == MailState.FAILED ? Objects.requireNonNullElse(status.lastError(), "") : null;
    }

    /**
     * Notes what became of one that no batch sends: a mail as the outbox knows it, a letter as ready to be posted. May be
     * repeated.
     *
     * @return the communication, when its state has changed by this
     */
    @Transactional
    public Optional<Communication> recordDelivery(UUID communicationId) {
        Optional<MailStatus> ended = outbox.status(communicationId)
                .filter(status -> status.state() == MailState.SENT || status.state() == MailState.FAILED);
        int changed = jdbc.sql("""
                        update communication_communication
                        set state = case when channel = 'MAIL' and :sentAt::timestamptz is null then 'FAILED' else 'SENT' end,
                            sent_at = case channel when 'MAIL' then :sentAt::timestamptz else :now end,
                            failure_code = case when channel = 'MAIL' and :sentAt::timestamptz is null then 'mail-not-delivered' end,
                            failure_detail = :error
                        where id = :id and state = 'PREPARED' and (channel = 'LETTER' or :ended)""")
                .param("sentAt", ended.map(Communications::sentAt).orElse(null))
                .param("now", now())
                .param("error", ended.map(Communications::error).orElse(null))
                .param("id", communicationId)
                .param("ended", ended.isPresent())
                .update();
        return changed == 0 ? Optional.empty() : find(communicationId);
    }

    /** Those of a kind that no batch sends, whose mail has ended and nobody has noted it; looks at so many at most. */
    public List<UUID> unsettled(TemplateKind kind, int atMost) {
        List<UUID> open =
                jdbc.sql("""
                        select mail_id from communication_communication
                        where batch_id is null and state = 'PREPARED' and mail_id is not null and kind = ?
                        order by created_at limit ?""").params(kind.name(), atMost).query(UUID.class).list();
        return open.stream()
                .filter(id -> outbox.status(id)
                        .filter(status -> status.state() == MailState.SENT || status.state() == MailState.FAILED)
                        .isPresent())
                .toList();
    }

    /** Takes back what is prepared for a case and nobody has begun to send: nothing went out, and nothing is kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID caseId, TemplateKind kind) {
        List<UUID> prepared =
                jdbc.sql("""
                        select mail_id from communication_communication
                        where case_id = ? and kind = ? and state = 'PREPARED' and mail_id is not null""").params(caseId, kind.name()).query(UUID.class).list();
        jdbc.sql("delete from communication_communication where mail_id = any(?)")
                .param(outbox.withdraw(prepared).toArray(UUID[]::new))
                .update();
    }

    /** What the case got of a kind on an occasion. */
    public Optional<Communication> find(UUID caseId, TemplateKind kind, int occasion) {
        return jdbc.sql(SELECT + " where c.case_id = ? and c.kind = ? and c.channel = ? and c.occasion = ?")
                .params(caseId, kind.name(), kind.channel().name(), occasion)
                .query(Communications::communication)
                .optional();
    }

    /** The first occasion on which the case has got nothing of the kind yet, from 1. */
    public int nextOccasion(UUID caseId, TemplateKind kind) {
        return jdbc.sql("""
                        select coalesce(max(occasion), 0) + 1 from communication_communication
                        where case_id = ? and kind = ?""").params(caseId, kind.name()).query(Integer.class).single();
    }

    /** When the mail left by which each of these cases was invited first; cases without one are left out. */
    public Map<UUID, Instant> invitedByMail(Collection<UUID> caseIds) {
        var sent = new HashMap<UUID, Instant>();
        jdbc.sql("""
                        select case_id, min(sent_at) as sent_at from communication_communication
                        where case_id = any(?) and kind = 'INVITATION_MAIL' and sent_at is not null group by case_id""").param(caseIds.toArray(UUID[]::new)).query(row -> {
            sent.put(
                    row.getObject("case_id", UUID.class),
                    row.getObject("sent_at", OffsetDateTime.class).toInstant());
        });
        return sent;
    }

    private Optional<Communication> find(UUID communicationId) {
        return jdbc.sql(SELECT + " where c.id = ?")
                .param(communicationId)
                .query(Communications::communication)
                .optional();
    }

    /** The places in a range of a batch for which something was written, made or not. */
    public Set<Integer> preparedIndexes(UUID batchId, int from, int to) {
        return Set.copyOf(
                jdbc.sql("""
                        select distinct batch_index from communication_communication
                        where batch_id = ? and batch_index >= ? and batch_index < ?""").params(batchId, from, to).query(Integer.class).list());
    }

    /** The newest first. */
    public List<Communication> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + " where c.case_id = ? order by c.created_at desc, c.id desc")
                .param(caseId)
                .query(Communications::communication)
                .list();
    }

    /** The newest mail and letter by which each of these cases was invited. */
    public List<Communication> latestInvitations(Collection<UUID> caseIds) {
        return jdbc.sql("select distinct on (case_id, kind) * from (" + SELECT
                        + " where c.case_id = any(?) and c.kind in ('INVITATION_MAIL', 'INVITATION_LETTER')) invitation"
                        + " order by case_id, kind, occasion desc")
                .param(caseIds.toArray(UUID[]::new))
                .query(Communications::communication)
                .list();
    }

    /** Locks a communication of a case, so that it is sent again once. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Communication> lock(UUID caseId, UUID communicationId) {
        jdbc.sql("select id from communication_communication where case_id = ? and id = ? for update")
                .params(caseId, communicationId)
                .query(UUID.class)
                .optional();
        return find(caseId, communicationId);
    }

    /** The occasion for one more of a kind that was sent before; beyond those that the case's process counts. */
    int occasionOfResend(UUID caseId, TemplateKind kind) {
        return jdbc.sql("select coalesce(greatest(max(occasion) + 1, :first), :first) from communication_communication"
                        + " where case_id = :case and kind = :kind")
                .param("first", NewCommunication.FIRST_RESEND)
                .param("case", caseId)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    /** The one that repeats this one. */
    Optional<Communication> repeatOf(UUID communicationId) {
        return jdbc.sql(SELECT + " where c.resend_of = ?")
                .param(communicationId)
                .query(Communications::communication)
                .optional();
    }

    Optional<Communication> ofMail(UUID mailId) {
        return jdbc.sql(SELECT + " where c.mail_id = ?")
                .param(mailId)
                .query(Communications::communication)
                .optional();
    }

    private List<Communication> find(List<UUID> ids) {
        return jdbc.sql(SELECT + " where c.id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(Communications::communication)
                .list();
    }

    /** What of a batch could not be made or delivered, in the batch's order. */
    public List<Communication> failed(UUID batchId) {
        return jdbc.sql(SELECT + " where c.batch_id = ? and c.state = 'FAILED' order by c.batch_index, c.id")
                .param(batchId)
                .query(Communications::communication)
                .list();
    }

    Optional<Communication> find(UUID caseId, UUID communicationId) {
        return jdbc.sql(SELECT + " where c.case_id = ? and c.id = ?")
                .params(caseId, communicationId)
                .query(Communications::communication)
                .optional();
    }

    /** How far a batch is now: letters as they are made, mails as they leave. */
    public BatchCounts counts(UUID batchId) {
        return jdbc.sql("""
                        select count(*) as total,
                            count(*) filter (where channel = 'LETTER' and state <> 'FAILED') as letters,
                            count(*) filter (where state = 'FAILED' and mail_id is null) as unmade,
                            count(*) filter (where channel = 'MAIL' and state = 'PREPARED') as unrecorded,
                            count(*) filter (where channel = 'MAIL' and state in ('SENT', 'BOUNCED')) as sent,
                            count(*) filter (where state = 'FAILED' and mail_id is not null) as refused
                        from communication_communication where batch_id = ?""")
                .param(batchId)
                .query((row, index) -> {
                    // Once everything is recorded, there is nothing to be asked of the outbox.
                    boolean underWay = row.getInt("unrecorded") > 0;
                    Map<MailState, Integer> mails = underWay ? outbox.counts(batchId) : Map.of();
                    int sent = underWay ? mails.getOrDefault(MailState.SENT, 0) : row.getInt("sent");
                    int refused = underWay ? mails.getOrDefault(MailState.FAILED, 0) : row.getInt("refused");
                    return new BatchCounts(
                            row.getInt("total"),
                            row.getInt("letters") + sent,
                            row.getInt("unmade") + refused,
                            row.getInt("letters"));
                })
                .single();
    }

    /** How many letters of a batch were made. */
    public int letters(UUID batchId) {
        return jdbc.sql("""
                        select count(*) from communication_communication
                        where batch_id = ? and channel = 'LETTER' and state <> 'FAILED'""").param(batchId).query(Integer.class).single();
    }

    /** How a batch whose dispatch is finished ended, each mail and letter by the best of its attempts. */
    public BatchCounts settled(UUID batchId) {
        return jdbc.sql("""
                        select sum(made) as total, sum(reached) as reached,
                            sum(reached) filter (where channel = 'LETTER') as letters
                        from (select channel, count(distinct batch_index) as made,
                                count(distinct batch_index) filter (where state in ('SENT', 'BOUNCED')) as reached
                            from communication_communication where batch_id = ? group by channel) one""")
                .param(batchId)
                .query((row, index) -> new BatchCounts(
                        row.getInt("total"),
                        row.getInt("reached"),
                        row.getInt("total") - row.getInt("reached"),
                        row.getInt("letters")))
                .single();
    }

    /** How much was made with each version of a template, the newest version first. */
    List<TemplateUsage.Made> made(UUID municipality, TemplateKind kind, Language language) {
        return jdbc.sql("""
                        select template_number, count(*) as made, max(created_at) as last
                        from communication_communication
                        where municipality_id = ? and kind = ? and language = ?
                        and (state <> 'FAILED' or mail_id is not null)
                        group by template_number order by template_number desc""")
                .params(municipality, kind.name(), language.name())
                .query((row, index) -> new TemplateUsage.Made(
                        row.getInt("template_number"),
                        row.getLong("made"),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }

    private static Communication communication(ResultSet row, int index) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new Communication(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("municipality_id", UUID.class),
                TemplateKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getInt("occasion"),
                Language.valueOf(row.getString("language")),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                row.getObject("mail_id", UUID.class),
                row.getString("file_name"),
                row.getString("failure_code"),
                row.getString("failure_detail"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                place(row),
                row.getObject("resend_of", UUID.class),
                row.getBoolean("resent"));
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        UUID batch = row.getObject("batch_id", UUID.class);
        return batch == null ? null : new Place(batch, row.getInt("batch_index"));
    }
}

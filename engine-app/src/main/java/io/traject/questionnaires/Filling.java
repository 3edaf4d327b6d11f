package io.traject.questionnaires;

import io.traject.access.Actor;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.Medical;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A questionnaire as it is, or was, filled in for a case: answers belong to the version that asked the questions. */
@Entity
@Table(name = "questionnaires_filling")
public class Filling implements Audited {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    private UUID id;

    private UUID organisationId;
    private UUID caseId;
    private UUID questionnaireId;
    private UUID versionId;

    @Enumerated(EnumType.STRING)
    private FillingState state;

    /** Of the version that it was begun with. */
    private boolean medical;

    @Convert(converter = Medical.Text.class)
    private Medical<String> medicalContents = Medical.nothing();

    /** Of what is not medical. */
    private @Nullable String contents;

    private String begunBy;
    private Instant begunAt;
    private String savedBy;
    private Instant savedAt;
    private @Nullable Instant completedAt;
    private @Nullable UUID replacesId;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Filling() {}

    Filling(UUID caseId, QuestionnaireVersion of, Actor actor, Instant now) {
        this.id = Ids.next();
        this.organisationId = of.organisation();
        this.caseId = caseId;
        this.questionnaireId = of.questionnaire();
        this.versionId = of.id();
        this.medical = of.definition().medical();
        this.state = FillingState.OPEN;
        this.begunBy = actor.displayName();
        this.begunAt = now;
        this.savedBy = actor.displayName();
        this.savedAt = now;
        keep(Contents.NONE);
    }

    /** One that starts from what another says, and takes its place once it is completed. */
    static Filling correcting(Filling wrong, QuestionnaireVersion of, Contents said, Actor actor, Instant now) {
        var correction = new Filling(wrong.caseId, of, actor, now);
        correction.replacesId = wrong.id;
        correction.keep(new Contents(said.answers(), Contents.NONE.scores()));
        return correction;
    }

    /** Refused with {@code questionnaire-completed}. */
    Outcome<Filling> save(Answers answers, Actor actor, Instant now) {
        if (state != FillingState.OPEN) {
            return Outcome.refused("questionnaire-completed");
        }
        keep(new Contents(answers, Contents.NONE.scores()));
        savedBy = actor.displayName();
        savedAt = now;
        return Outcome.done(this);
    }

    /** Refused with {@code questionnaire-completed}. The caller has checked the answers. */
    Outcome<Filling> complete(Contents said, Actor actor, Instant now) {
        if (state != FillingState.OPEN) {
            return Outcome.refused("questionnaire-completed");
        }
        keep(said);
        savedBy = actor.displayName();
        savedAt = now;
        completedAt = now;
        state = FillingState.COMPLETED;
        return Outcome.done(this);
    }

    /** A correction takes its place; refused with {@code questionnaire-replaced}. */
    Outcome<Filling> replace() {
        if (state != FillingState.COMPLETED) {
            return Outcome.refused("questionnaire-replaced");
        }
        state = FillingState.REPLACED;
        return Outcome.done(this);
    }

    /** What it says, if the actor may know; that the actor may see the case has been checked. */
    Optional<Contents> read(Authorization authorization) {
        Optional<String> readable =
                medical ? medicalContents.reveal(authorization, organisationId) : Optional.ofNullable(contents);
        return readable.map(json -> JSON.readValue(json, Contents.class));
    }

    private void keep(Contents said) {
        String json = JSON.writeValueAsString(said);
        medicalContents = medical ? Medical.of(json) : Medical.nothing();
        contents = medical ? null : json;
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("filled-in-questionnaire", id, organisationId);
    }

    public UUID id() {
        return id;
    }

    public UUID organisation() {
        return organisationId;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID questionnaire() {
        return questionnaireId;
    }

    public UUID questionnaireVersion() {
        return versionId;
    }

    public FillingState state() {
        return state;
    }

    public boolean isMedical() {
        return medical;
    }

    public String begunBy() {
        return begunBy;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** Who filled in last; of one that is completed who completed it. */
    public String savedBy() {
        return savedBy;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** What it corrects. */
    public Optional<UUID> replaces() {
        return Optional.ofNullable(replacesId);
    }

    /** Of the row: what a change started from. */
    public long version() {
        return version;
    }
}

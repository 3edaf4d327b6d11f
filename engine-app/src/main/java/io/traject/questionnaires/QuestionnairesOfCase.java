package io.traject.questionnaires;

import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.access.PersonalFile;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questionnaires of a case that the actor may see. What they say is read here and nowhere else, so that what is
 * medical is read by nobody who may not, and never unlogged. Pages and calls are marked as looking at the case.
 */
@Component
@Transactional(readOnly = true)
public class QuestionnairesOfCase {

    private final CaseDirectory cases;
    private final Fillings fillings;
    private final Questionnaires questionnaires;
    private final QuestionnaireVersions versions;
    private final QuestionnaireCatalogue catalogue;
    private final Authorization authorization;
    private final AccessLog accessLog;

    QuestionnairesOfCase(
            CaseDirectory cases,
            Fillings fillings,
            Questionnaires questionnaires,
            QuestionnaireVersions versions,
            QuestionnaireCatalogue catalogue,
            Authorization authorization,
            AccessLog accessLog) {
        this.cases = cases;
        this.fillings = fillings;
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.catalogue = catalogue;
        this.authorization = authorization;
        this.accessLog = accessLog;
    }

    /**
     * That a questionnaire is or was filled in.
     *
     * @param code of the questionnaire
     * @param number of its version
     */
    public record Entry(Filling filling, String code, int number, Definition definition) {}

    /** The same with what it says; without, when that is medical and the actor may not see it. */
    public record Opened(Entry entry, Optional<Contents> contents) {}

    /** Without what they say; the newest first. */
    public List<Entry> of(UUID caseId) {
        Case about = cases.get(caseId);
        return entries(fillings.findByCaseIdOrderByBegunAtDescIdDesc(about.id()));
    }

    /** With what they say; the newest first. */
    public List<Opened> opened(UUID caseId) {
        return of(caseId).stream().map(this::open).toList();
    }

    /** @throws NotFoundException when the case has no such questionnaire, or it is another organisation's */
    public Opened open(UUID caseId, UUID filling) {
        Case about = cases.get(caseId);
        return open(
                entries(List.of(fillings.findByIdAndCaseId(filling, about.id()).orElseThrow(NotFoundException::new)))
                        .getFirst());
    }

    /** What the actor may begin in a case now, by code. */
    public List<QuestionnaireCatalogue.Published> offered(Case about) {
        UUID organisation = about.organisation();
        if (!about.isOpen() || !authorization.may(Permission.CASES_EDIT, organisation)) {
            return List.of();
        }
        return catalogue.of(organisation).stream()
                .filter(published -> mayFillIn(published.definition().medical(), organisation))
                .toList();
    }

    /** Whether the actor may change, complete or correct it. */
    public boolean mayBeFilledIn(Case about, Entry entry) {
        return about.isOpen()
                && authorization.may(Permission.CASES_EDIT, about.organisation())
                && mayFillIn(entry.filling().isMedical(), about.organisation());
    }

    private boolean mayFillIn(boolean medical, UUID organisation) {
        return !medical
                || authorization.may(Permission.MEDICAL_VIEW, organisation)
                        && authorization.may(Permission.MEDICAL_EDIT, organisation);
    }

    private Opened open(Entry entry) {
        Filling filling = entry.filling();
        Optional<Contents> contents = filling.read(authorization);
        if (filling.isMedical() && contents.isPresent()) {
            accessLog.looked(
                    PersonalFile.of(FileKind.CASE, filling.caseId(), filling.organisation()), FilePart.MEDICAL);
        }
        return new Opened(entry, contents);
    }

    private List<Entry> entries(List<Filling> found) {
        Map<UUID, QuestionnaireVersion> asked =
                versions
                        .findAllById(found.stream()
                                .map(Filling::questionnaireVersion)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(QuestionnaireVersion::id, Function.identity()));
        Map<UUID, String> codes =
                questionnaires
                        .findAllById(found.stream()
                                .map(Filling::questionnaire)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Questionnaire::id, Questionnaire::code));
        return found.stream()
                .map(filling -> {
                    QuestionnaireVersion version = Objects.requireNonNull(asked.get(filling.questionnaireVersion()));
                    return new Entry(
                            filling,
                            Objects.requireNonNull(codes.get(filling.questionnaire())),
                            version.number(),
                            version.definition());
                })
                .toList();
    }
}

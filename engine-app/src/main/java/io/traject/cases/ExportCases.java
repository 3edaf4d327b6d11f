package io.traject.cases;

import io.traject.access.AccessLog;
import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.access.PersonalFile;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Ids;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import io.traject.kernel.lists.Slice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out the cases of a list, and notes who took how many, and in the access log which. */
@Service
public class ExportCases {

    /** Cases in one export, at most: as many as the largest batch has. */
    public static final int MOST = 50_000;

    private static final int PORTION = 2_000;

    private final CaseList list;
    private final DomainEventLog events;
    private final AuditTrail auditTrail;
    private final AccessLog accessLog;
    private final Authorization authorization;

    ExportCases(
            CaseList list,
            DomainEventLog events,
            AuditTrail auditTrail,
            AccessLog accessLog,
            Authorization authorization) {
        this.list = list;
        this.events = events;
        this.auditTrail = auditTrail;
        this.accessLog = accessLog;
        this.authorization = authorization;
    }

    /** @return the first cases of the list, read as they are taken; cases that are added meanwhile make none appear twice */
    @Transactional
    public Stream<CaseSummary> export(CaseFilter filter, String sort, boolean descending) {
        UUID organisation = authorization
                .require(Permission.CASES_VIEW)
                .organisation()
                .orElseThrow(() -> new AccessDeniedException("No organisation"));
        Portion first = new Portion(sort, descending, PORTION, new From.Offset(0));
        Slice<CaseSummary> start = list.find(filter, first);
        events.record(new DomainEvent(
                Ids.next(),
                "cases.exported",
                organisation,
                organisation,
                null,
                null,
                null,
                Map.of("cases", Math.min(start.counted(), MOST))));
        auditTrail.record(Change.of(AuditedObject.of("case", organisation, organisation), "exported")
                .with("cases", null, Math.min(start.counted(), MOST)));
        return Stream.iterate(
                        start,
                        slice -> !slice.items().isEmpty(),
                        slice -> slice.hasNext() ? list.find(filter, after(slice, first)) : end())
                .peek(slice -> accessLog.looked(files(slice, organisation), FilePart.EXPORT))
                .flatMap(slice -> slice.items().stream())
                .limit(MOST);
    }

    private static List<PersonalFile> files(Slice<CaseSummary> slice, UUID organisation) {
        return slice.items().stream()
                .map(one -> PersonalFile.of(FileKind.CASE, one.id(), organisation)
                        .at(one.employer().orElse(organisation)))
                .toList();
    }

    private static Portion after(Slice<CaseSummary> slice, Portion first) {
        return new Portion(
                first.sort(),
                first.descending(),
                PORTION,
                new From.After(slice.items().getLast().id()));
    }

    private static Slice<CaseSummary> end() {
        return new Slice<>(List.of(), true, false, 0);
    }
}

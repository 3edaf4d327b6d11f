package io.traject.organisation.imports;

import io.traject.access.Actor;
import io.traject.access.Actors;
import io.traject.access.Authorization;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Languages;
import io.traject.organisation.employees.EmployeesByNumber;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads an uploaded file and finds out, with the rights of who uploaded it, what each row would do. Nothing of the
 * organisation changes. After an interruption it is done anew.
 */
@Component
class CheckImport {

    private static final int CHUNK = 500;

    private final Imports imports;
    private final EmployersInReach employers;
    private final EmployeesByNumber employees;
    private final Actors actors;
    private final Authorization authorization;
    private final Validator validator;
    private final BusinessTime time;
    private final Languages languages;
    private final TransactionTemplate transaction;

    CheckImport(
            Imports imports,
            EmployersInReach employers,
            EmployeesByNumber employees,
            Actors actors,
            Authorization authorization,
            Validator validator,
            BusinessTime time,
            Languages languages,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.employers = employers;
        this.employees = employees;
        this.actors = actors;
        this.authorization = authorization;
        this.validator = validator;
        this.time = time;
        this.languages = languages;
        this.transaction = transaction;
    }

    void check(UUID id) throws IOException {
        Optional<Import> found = imports.find(id).filter(one -> one.state() == ImportState.CHECKING);
        if (found.isEmpty()) {
            return;
        }
        Optional<Actor> uploader = actors.find(found.get().uploadedBy());
        if (uploader.isEmpty()) {
            settle(id, ImportState.CANCELLED, List.of());
            return;
        }
        Optional<byte[]> content = imports.content(id);
        if (content.isEmpty()) {
            // It was given up in this very moment.
            return;
        }
        OrganisationSheets.Read read = read(content.get());
        if (!read.problems().isEmpty()) {
            settle(id, ImportState.UNREADABLE, read.problems());
            return;
        }
        Actors.call(uploader.get(), () -> {
            plan(found.get(), read);
            return id;
        });
        settle(id, ImportState.CHECKED, List.of());
    }

    private static OrganisationSheets.Read read(byte[] content) throws IOException {
        Path file = Files.createTempFile("import", ".xlsx");
        try {
            Files.write(file, content);
            return OrganisationSheets.read(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void plan(Import one, OrganisationSheets.Read read) {
        imports.beginCheck(one.id(), read.rows());
        PlanContext context = new PlanContext(one.organisation(), employers, authorization);
        List<PlannedRow> parts = new PlanParts(context).plan(read.parts());
        imports.add(one.id(), parts);
        PlanEmployees plan = new PlanEmployees(context, employees, validator, time, languages, parts.size());
        List<SourceRow<EmployeeColumn>> rows = read.employees();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            imports.add(one.id(), plan.plan(rows.subList(from, Math.min(from + CHUNK, rows.size()))));
        }
    }

    private void settle(UUID id, ImportState state, List<Problem> problems) {
        transaction.executeWithoutResult(status -> {
            if (imports.lock(id)
                    .filter(one -> one.state() == ImportState.CHECKING)
                    .isPresent()) {
                imports.settle(id, state, problems);
            }
        });
    }
}

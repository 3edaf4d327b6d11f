package io.traject.reexamination;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.BatchLinks;
import io.traject.cases.ProcessSubjects;
import io.traject.cases.SubjectNames;
import io.traject.processes.ProcessIds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Batches as the rooms below know them: something that cases came with, and that a process is about. */
@Component
class BatchesElsewhere implements BatchLinks, ProcessSubjects, SubjectNames {

    private final Batches batches;
    private final Authorization authorization;

    BatchesElsewhere(Batches batches, Authorization authorization) {
        this.batches = batches;
        this.authorization = authorization;
    }

    @Override
    public Optional<BatchLink> find(UUID batchId) {
        return visible(batchId).map(batch -> new BatchLink(batch.fileName(), "/re-examinations/" + batch.id()));
    }

    @Override
    public Optional<String> processOf(UUID businessKey) {
        return visible(businessKey).map(batch -> ProcessIds.RE_EXAMINATION_BATCH);
    }

    /** The name of its file is somebody's own words: only those who may see the batch read it. */
    @Override
    public List<Named> named(Collection<UUID> ids) {
        return batches.findAllById(ids).stream()
                .map(batch -> new Named(
                        batch.id(),
                        batch.municipality(),
                        Optional.empty(),
                        find(batch.id()).map(BatchLink::name).orElse(batch.id().toString()),
                        find(batch.id()).map(BatchLink::path)))
                .toList();
    }

    private Optional<Batch> visible(UUID batchId) {
        return batches.findById(batchId)
                .filter(batch -> authorization.may(Permission.RE_EXAMINATION_RUN, batch.municipality()));
    }
}

package io.traject.reexamination;

import io.traject.cases.CaseType;
import io.traject.cases.NewCase;
import io.traject.cases.OpenCases;
import io.traject.cases.OpenedCase;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import io.traject.reexamination.intake.CellError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates the cases of a batch, a chunk at a time. A chunk is one transaction: residents, cases and the commands that
 * start their processes are there together or not at all.
 */
@Service
public class CreateCases {

    static final int CHUNK = 200;

    private final Batches batches;
    private final Residents residents;
    private final OpenCases openCases;
    private final BusinessTime time;

    CreateCases(Batches batches, Residents residents, OpenCases openCases, BusinessTime time) {
        this.batches = batches;
        this.residents = residents;
        this.openCases = openCases;
        this.time = time;
    }

    /** @return whether every resident has been handled; true for a batch that was discarded meanwhile */
    @Transactional
    public boolean createNext(UUID batchId) {
        Batch batch = batches.shareById(batchId).orElseThrow(NotFoundException::new);
        if (batch.state() != BatchState.CREATING) {
            return true;
        }
        List<Resident> chunk = residents.lockPending(batchId, CHUNK);
        if (!chunk.isEmpty()) {
            create(batch, chunk);
        }
        return !residents.anyPending(batchId);
    }

    private void create(Batch batch, List<Resident> chunk) {
        List<UUID> ids = Stream.generate(Ids::next).limit(chunk.size()).toList();
        Set<UUID> reserved = residents.reserve(batch.municipality(), chunk, ids);
        var created = new ArrayList<Resident>();
        var refused = new ArrayList<Resident>();
        for (int i = 0; i < chunk.size(); i++) {
            (reserved.contains(ids.get(i)) ? created : refused).add(chunk.get(i));
        }
        List<UUID> createdIds = ids.stream().filter(reserved::contains).toList();
        List<OpenedCase> opened = openCases.open(toOpen(batch, created, createdIds));
        residents.markCreated(batch.id(), created, opened);
        residents.markNotCreated(batch.id(), refused, CellError.Code.ALREADY_OPEN.name());
    }

    private List<NewCase> toOpen(Batch batch, List<Resident> chunk, List<UUID> ids) {
        var cases = new ArrayList<NewCase>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            Resident resident = chunk.get(i);
            cases.add(new NewCase(
                    ids.get(i),
                    CaseType.RE_EXAMINATION,
                    batch.municipality(),
                    resident.name(),
                    batch.id(),
                    time.endOf(resident.finalDate())));
        }
        return cases;
    }
}

package io.traject.reexamination;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All batches. */
interface Batches extends JpaRepository<Batch, UUID> {

    Page<Batch> findByMunicipalityId(UUID municipality, Pageable page);

    List<Batch> findByMunicipalityIdAndStateIn(UUID municipality, List<BatchState> states);

    /** Locked against every change until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select batch from Batch batch where batch.id = :id")
    Optional<Batch> lockById(UUID id);

    /** Locked against a change of state, not against others that read it the same way. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select batch from Batch batch where batch.id = :id")
    Optional<Batch> shareById(UUID id);

    @Modifying
    @Query("""
            delete from Batch batch
            where batch.state = io.traject.reexamination.BatchState.REJECTED and batch.uploadedAt < :before
            """)
    int deleteRejectedBefore(Instant before);
}

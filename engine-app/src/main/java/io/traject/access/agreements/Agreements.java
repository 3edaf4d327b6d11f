package io.traject.access.agreements;

import io.traject.access.agreements.Agreement.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All versions of all agreements. */
interface Agreements extends Repository<Agreement, UUID> {

    Agreement save(Agreement agreement);

    Optional<Agreement> findById(UUID id);

    Optional<Agreement> findByKindAndNumber(Kind kind, String number);

    List<Agreement> findAllByOrderByKindAscValidFromDesc();

    boolean existsByKindAndValidFromAndWithdrawnAtIsNull(Kind kind, LocalDate validFrom);

    /** Of each kind the version that began last, if it has not ended. */
    @Query("""
            select agreement from Agreement agreement
            where agreement.withdrawnAt is null
              and (agreement.validUntil is null or agreement.validUntil >= :day)
              and agreement.validFrom = (select max(other.validFrom) from Agreement other
                                         where other.kind = agreement.kind and other.withdrawnAt is null
                                           and other.validFrom <= :day)
            order by agreement.kind
            """)
    List<Agreement> current(LocalDate day);

    long count();

    void flush();
}

package io.traject.reexamination;

import io.traject.access.Actor;
import io.traject.kernel.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who corrected an address of a case; appended to, never changed. */
@Repository
class AddressCorrections {

    private final JdbcClient client;

    AddressCorrections(JdbcClient client) {
        this.client = client;
    }

    void add(UUID caseId, CaseResident.Part part, String maskedBefore, Actor by, Instant at) {
        client.sql("""
                        insert into reexamination_address_correction (id, case_id, part, masked_before, corrected_by,
                            corrected_by_name, corrected_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.next(),
                        caseId,
                        part.name(),
                        maskedBefore,
                        by.id(),
                        by.displayName(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<CaseResident.AddressCorrection> ofCase(UUID caseId) {
        return client.sql("select * from reexamination_address_correction where case_id = ? order by id desc")
                .param(caseId)
                .query((row, n) -> new CaseResident.AddressCorrection(
                        CaseResident.Part.valueOf(row.getString("part")),
                        row.getString("masked_before"),
                        row.getString("corrected_by_name"),
                        row.getTimestamp("corrected_at").toInstant()))
                .list();
    }
}

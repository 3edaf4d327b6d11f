package io.traject.organisation.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Who changed something last.
 *
 * @param by the name as it was then
 */
@Embeddable
public record Changed(
        @Column(name = "changed_by") String by,
        @Column(name = "changed_at") Instant at) {}

package io.traject.agenda;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All appointment requests. */
interface AppointmentRequests extends JpaRepository<AppointmentRequest, UUID> {

    long countByConsultationTypeId(UUID type);

    /** How many requests are of a type. */
    record Uses(UUID type, long requests) {}

    /** Of the types of which there are any. */
    @Query("""
            select new io.traject.agenda.AppointmentRequests$Uses(r.consultationTypeId, count(r))
            from AppointmentRequest r where r.organisationId = :organisation group by r.consultationTypeId
            """)
    List<Uses> countByType(UUID organisation);

    Optional<AppointmentRequest> findByOrganisationIdAndOriginKey(UUID organisation, String key);

    boolean existsByEmployeeIdAndConsultationTypeIdAndStateIn(
            UUID employee, UUID type, Collection<RequestState> states);
}

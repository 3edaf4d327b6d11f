package io.traject.agenda;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All appointments. */
interface Appointments extends JpaRepository<Appointment, UUID> {

    List<Appointment> findByRequestIdOrderByPlannedAt(UUID request);

    @Query("""
            select a from Appointment a
            where a.employeeId = :employee and a.state = AppointmentState.PLANNED
              and a.startsAt < :until and a.endsAt > :from
            """)
    List<Appointment> plannedBetween(UUID employee, Instant from, Instant until);
}

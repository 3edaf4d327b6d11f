package io.traject.reexamination;

import io.traject.access.Actor;
import io.traject.access.AuditTrail;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.organisation.AdministeredMunicipalities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Switches the reminders of a municipality on or off (C8): for all its residents together, and at once, since every
 * reminder asks anew when it is due.
 */
@Service
public class SwitchReminders {

    private static final int CHANGES_SHOWN = 10;

    private final AdministeredMunicipalities municipalities;
    private final ReminderSwitch reminders;
    private final Residents residents;
    private final DomainEventLog events;
    private final AuditTrail auditTrail;
    private final Authorization authorization;
    private final BusinessTime time;

    SwitchReminders(
            AdministeredMunicipalities municipalities,
            ReminderSwitch reminders,
            Residents residents,
            DomainEventLog events,
            AuditTrail auditTrail,
            Authorization authorization,
            BusinessTime time) {
        this.municipalities = municipalities;
        this.reminders = reminders;
        this.residents = residents;
        this.events = events;
        this.auditTrail = auditTrail;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * How the switch stands.
     *
     * @param running how many running cases it touches
     * @param changes the latest, the newest first
     */
    public record Position(boolean on, long running, List<Change> changes) {}

    /** Who switched to what, and when. */
    public record Change(boolean on, String by, Instant at) {}

    /** @throws io.traject.kernel.NotFoundException for a municipality that the actor does not manage */
    @Transactional(readOnly = true)
    public Position position(UUID municipality) {
        municipalities.get(municipality);
        return new Position(
                reminders.isOn(municipality),
                residents.remindable(municipality),
                reminders.changes(municipality, CHANGES_SHOWN));
    }

    /**
     * Changes nothing when it stands so already.
     *
     * @throws io.traject.kernel.NotFoundException for a municipality that the actor does not manage
     */
    @Transactional
    public void switchTo(UUID municipality, boolean on) {
        municipalities.get(municipality);
        if (reminders.isOn(municipality) == on) {
            return;
        }
        Actor actor = authorization.actor();
        reminders.add(municipality, on, actor, time.now());
        events.record(DomainEvent.change(
                "re-examination.remindersSwitched", municipality, municipality, null, word(!on), word(on)));
        auditTrail.record(AuditTrail.Change.of(AuditedObject.of("reminders", municipality, municipality), "switched")
                .with("reminders", !on, on));
    }

    private static String word(boolean on) {
        return on ? "ON" : "OFF";
    }
}

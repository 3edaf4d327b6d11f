package io.traject.triggers.replay;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.traject.access.Authorization;
import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.triggers.Publications;
import io.traject.triggers.editing.CheckTrigger;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerVersion;
import io.traject.triggers.replay.Replay.State;
import io.traject.triggers.replay.Replay.Tally;
import io.traject.workers.schedule.ScheduledWork;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replays over the events of a period, asked for, looked at and stopped by who may write triggers. */
@Service
@Transactional
public class ReplayTrigger {

    /** A day is missing, or they are the wrong way round. */
    public static final String WRONG_PERIOD = "trigger-replay-period";

    private final TriggerBook book;
    private final CheckTrigger check;
    private final EventSnapshots snapshots;
    private final Publications publications;
    private final Replays replays;
    private final SchedulerClient schedule;
    private final ScheduledWork work;
    private final Authorization authorization;
    private final BusinessTime time;
    private final InstantSource clock = InstantSource.system();

    ReplayTrigger(
            TriggerBook book,
            CheckTrigger check,
            EventSnapshots snapshots,
            Publications publications,
            Replays replays,
            SchedulerClient schedule,
            ScheduledWork work,
            Authorization authorization,
            BusinessTime time) {
        this.book = book;
        this.check = check;
        this.snapshots = snapshots;
        this.publications = publications;
        this.replays = replays;
        this.schedule = schedule;
        this.work = work;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * Begins to replay the draft, or without one what was written last, in the background.
     *
     * <p>Refused with {@link #WRONG_PERIOD}, {@code trigger-mistakes}, or {@code trigger-replay-running} while another of
     * the trigger is under way.
     *
     * @param from the first day
     * @param until the last day
     */
    public Outcome<Replay> begin(UUID trigger, @Nullable LocalDate from, @Nullable LocalDate until) {
        Trigger about = book.get(trigger);
        TriggerVersion version = about.written();
        TriggerContent content = version.content();
        if (from == null || until == null || from.isAfter(until)) {
            return Outcome.refused(WRONG_PERIOD);
        }
        int mistakes = check.check(about.organisation(), content).size();
        if (mistakes > 0) {
            return Outcome.refused("trigger-mistakes", mistakes);
        }
        Replay replay = new Replay(
                Ids.next(),
                about.organisation(),
                about.id(),
                version.number(),
                content,
                publications.newest(),
                from,
                until,
                State.RUNNING,
                snapshots.count(about.organisation(), content.event(), from, until),
                0,
                null,
                new Tally(0, 0, 0),
                authorization.actor().displayName(),
                time.now());
        if (!replays.add(replay)) {
            return Outcome.refused("trigger-replay-running");
        }
        replays.forgetOld(about.id());
        schedule.scheduleIfNotExists(ReplaySchedule.REPLAY
                .instance(replay.id().toString())
                .data(replay.id())
                .scheduledTo(clock.instant()));
        work.wakeAfterCommit();
        return Outcome.done(replay);
    }

    /** Stops it where it is; one that has ended stays as it is. */
    public void cancel(UUID trigger, UUID replay) {
        replays.end(get(trigger, replay).id(), State.CANCELLED, time.now());
    }

    /** @throws NotFoundException also for one of another trigger or organisation */
    @Transactional(readOnly = true)
    public Replay get(UUID trigger, UUID replay) {
        return replays.find(book.get(trigger).id(), replay).orElseThrow(NotFoundException::new);
    }

    /** Those of the trigger that are kept, the newest first. */
    @Transactional(readOnly = true)
    public List<Replay> of(UUID trigger) {
        return replays.of(book.get(trigger).id());
    }

    /** The newest events at which it fires so, newest first. */
    @Transactional(readOnly = true)
    public List<UUID> hits(UUID trigger, UUID replay, Compared compared, int atMost) {
        return replays.hits(get(trigger, replay).id(), compared, atMost);
    }

    /** The same with what was known at each. */
    @Transactional(readOnly = true)
    public List<EventSnapshot> known(UUID trigger, UUID replay, Compared compared, int atMost) {
        return snapshots.of(get(trigger, replay).organisation(), hits(trigger, replay, compared, atMost));
    }
}

package io.traject.platform.operations;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.RealTime;
import io.traject.platform.PlatformChildren;
import io.traject.platform.PlatformChildren.ChildStatus;
import io.traject.web.Meaning;
import io.traject.workers.engine.EngineCommandQueue;
import io.traject.workers.engine.EngineState;
import io.traject.workers.mail.MailQueue;
import io.traject.workers.progress.OpenIncidents;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.progress.ProcessProgress.ExporterPosition;
import io.traject.workers.schedule.RecurringWork;
import io.traject.workers.schedule.RecurringWork.Recurring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Looks at every part of the platform and says whether it is all right. */
@Service
public class WatchPlatform {

    private static final Duration UNUSUAL_LAG = Duration.ofSeconds(30);
    private static final Duration LONG_WAIT_OF_COMMANDS = Duration.ofMinutes(1);
    private static final Duration LONG_WAIT_OF_MAILS = Duration.ofMinutes(15);
    private static final Duration OVERDUE = Duration.ofMinutes(2);
    private static final Duration LATELY = Duration.ofDays(1);

    private final EngineState engine;
    private final ProcessProgress progress;
    private final EngineCommandQueue commands;
    private final OpenIncidents incidents;
    private final MailQueue mails;
    private final PlatformChildren children;
    private final RecurringWork schedules;
    private final Authorization authorization;
    private final RealTime time;

    WatchPlatform(
            EngineState engine,
            ProcessProgress progress,
            EngineCommandQueue commands,
            OpenIncidents incidents,
            MailQueue mails,
            PlatformChildren children,
            RecurringWork schedules,
            Authorization authorization,
            RealTime time) {
        this.engine = engine;
        this.progress = progress;
        this.commands = commands;
        this.incidents = incidents;
        this.mails = mails;
        this.children = children;
        this.schedules = schedules;
        this.authorization = authorization;
        this.time = time;
    }

    /** All parts, in the order in which a fault of one explains those of the next. */
    public List<Check> look() {
        authorization.requireForInstallation(Permission.OPERATIONS);
        return List.of(children(), engine(), exporter(), commands(), incidents(), mails(), schedules());
    }

    public static boolean isUnusual(ExporterPosition position) {
        return position.lag().compareTo(UNUSUAL_LAG) > 0;
    }

    public boolean isInTrouble(Recurring task) {
        return task.failures() > 0 || task.next().isBefore(time.now().minus(OVERDUE));
    }

    private Check children() {
        List<ChildStatus> all = children.all();
        String down = down(all, true);
        String downBeside = down(all, false);
        if (all.isEmpty()) {
            return Check.of("children", Meaning.INFO, "none", "/operations#children");
        }
        if (!down.isEmpty()) {
            return Check.of("children", Meaning.DANGER, "down", "/operations#children", down);
        }
        return downBeside.isEmpty()
                ? Check.of("children", Meaning.SUCCESS, "running", "/operations#children", all.size())
                : Check.of("children", Meaning.WARNING, "downBeside", "/operations#children", downBeside);
    }

    private static String down(List<ChildStatus> all, boolean needed) {
        return all.stream()
                .filter(child -> child.needed() == needed && !child.running())
                .map(ChildStatus::name)
                .collect(Collectors.joining(", "));
    }

    private Check engine() {
        return engine.isWorking()
                ? Check.of("engine", Meaning.SUCCESS, "working", "/operations#children")
                : Check.of("engine", Meaning.DANGER, "away", "/operations#children");
    }

    private Check exporter() {
        List<ExporterPosition> positions = progress.positions();
        long worst = positions.stream()
                .mapToLong(position -> position.lag().toSeconds())
                .max()
                .orElse(0);
        if (positions.isEmpty()) {
            return Check.of("exporter", Meaning.WARNING, "silent", "/operations#exporter");
        }
        return positions.stream().anyMatch(WatchPlatform::isUnusual)
                ? Check.of("exporter", Meaning.WARNING, "behind", "/operations#exporter", worst)
                : Check.of("exporter", Meaning.SUCCESS, "upToDate", "/operations#exporter");
    }

    private Check commands() {
        long waiting = commands.length();
        long failing = commands.failingCount();
        if (failing > 0) {
            return Check.of("commands", Meaning.WARNING, "failing", "/operations/commands", waiting, failing);
        }
        return commands.oldestDue()
                .filter(due -> due.isBefore(before(LONG_WAIT_OF_COMMANDS)))
                .map(due -> Check.of("commands", Meaning.WARNING, "late", "/operations/commands", waiting))
                .orElseGet(() -> Check.of("commands", Meaning.SUCCESS, "waiting", "/operations/commands", waiting));
    }

    private Check incidents() {
        int open = incidents.count();
        return open == 0
                ? Check.of("incidents", Meaning.SUCCESS, "none", "/operations/incidents")
                : Check.of("incidents", Meaning.DANGER, "open", "/operations/incidents", open);
    }

    private Check mails() {
        MailQueue.Open open = mails.open();
        int waiting = open.waiting() + open.beingSent();
        int failed = mails.failedSince(before(LATELY));
        if (failed > 0) {
            return Check.of("mails", Meaning.WARNING, "failed", "/operations/mails", waiting, failed);
        }
        return open.oldest()
                        .filter(oldest -> oldest.isBefore(before(LONG_WAIT_OF_MAILS)))
                        .isPresent()
                ? Check.of("mails", Meaning.WARNING, "late", "/operations/mails", waiting)
                : Check.of("mails", Meaning.SUCCESS, "waiting", "/operations/mails", waiting);
    }

    private Check schedules() {
        List<Recurring> all = schedules.all();
        long inTrouble = all.stream().filter(this::isInTrouble).count();
        return inTrouble == 0
                ? Check.of("schedules", Meaning.SUCCESS, "running", "/operations#schedules", all.size())
                : Check.of("schedules", Meaning.WARNING, "failing", "/operations#schedules", inTrouble);
    }

    private Instant before(Duration ago) {
        return time.now().minus(ago);
    }
}

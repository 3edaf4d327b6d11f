package io.traject.platform.operations.web;

import io.traject.kernel.BusinessTime;
import io.traject.platform.PlatformChildren;
import io.traject.platform.operations.Check;
import io.traject.platform.operations.WatchPlatform;
import io.traject.web.Meaning;
import io.traject.workers.mail.MailQueue;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.progress.ProcessProgress.ExporterPosition;
import io.traject.workers.schedule.RecurringWork;
import io.traject.workers.schedule.RecurringWork.Recurring;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Is everything all right? The answer on top, what it is made of below. */
@Controller
class OperationsPage {

    private static final int DAYS = 14;

    private final WatchPlatform watch;
    private final ProcessProgress progress;
    private final PlatformChildren children;
    private final RecurringWork schedules;
    private final MailQueue mails;

    OperationsPage(
            WatchPlatform watch,
            ProcessProgress progress,
            PlatformChildren children,
            RecurringWork schedules,
            MailQueue mails) {
        this.watch = watch;
        this.progress = progress;
        this.children = children;
        this.schedules = schedules;
        this.mails = mails;
    }

    record Exporter(ExporterPosition position, boolean unusual) {}

    record Schedule(Recurring task, boolean inTrouble) {}

    @GetMapping("/operations")
    String show(Model model) {
        List<Check> checks = watch.look();
        model.addAttribute("checks", checks);
        model.addAttribute(
                "faults", checks.stream().filter(check -> !check.isAllRight()).toList());
        model.addAttribute("verdict", verdict(checks));
        model.addAttribute("children", children.all());
        model.addAttribute(
                "exporters",
                progress.positions().stream()
                        .map(position -> new Exporter(position, WatchPlatform.isUnusual(position)))
                        .toList());
        model.addAttribute("failedMails", mails.failuresPerDay(BusinessTime.ZONE, DAYS));
        model.addAttribute(
                "schedules",
                schedules.all().stream()
                        .map(task -> new Schedule(task, watch.isInTrouble(task)))
                        .toList());
        return "platform/operations/overview";
    }

    static Meaning verdict(List<Check> checks) {
        return checks.stream()
                .map(Check::meaning)
                .filter(meaning -> meaning == Meaning.DANGER || meaning == Meaning.WARNING)
                .max(Comparator.naturalOrder())
                .orElse(Meaning.SUCCESS);
    }
}

package io.traject.registration;

import io.traject.organisation.employers.EmployerStepped;
import io.traject.organisation.employers.RemindOfEmployer;
import io.traject.processes.Messages;
import io.traject.processes.TaskTypes;
import io.traject.processes.Variables;
import io.traject.tasks.SettleTask;
import io.traject.tasks.WithdrawTasks;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import io.traject.workers.engine.ProcessStart;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has the process of an employer go along with it, in the transaction of what happened. */
@Component
class LeadRegistration {

    private final EngineCommands engine;
    private final SettleTask settleTask;
    private final WithdrawTasks withdrawTasks;
    private final RemindOfEmployer reminders;

    LeadRegistration(
            EngineCommands engine, SettleTask settleTask, WithdrawTasks withdrawTasks, RemindOfEmployer reminders) {
        this.engine = engine;
        this.settleTask = settleTask;
        this.withdrawTasks = withdrawTasks;
        this.reminders = reminders;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(EmployerStepped stepped) {
        switch (stepped.step()) {
            case DRAFTED -> start(stepped);
            case CHANGED, ADDED -> {}
            case REGISTERED ->
                settleTask.settle(
                        TaskTypes.COMPLETE_REGISTRATION,
                        stepped.employer(),
                        CompleteRegistrationForm.REGISTERED,
                        Map.of());
            case SENT_BACK ->
                settleTask.settle(
                        TaskTypes.PUBLISH_EMPLOYER,
                        stepped.employer(),
                        PublishEmployerForm.SENT_BACK,
                        PublishEmployerForm.published(false));
            case PUBLISHED ->
                settleTask.settle(
                        TaskTypes.PUBLISH_EMPLOYER,
                        stepped.employer(),
                        PublishEmployerForm.PUBLISHED,
                        PublishEmployerForm.published(true));
            case CANCELLED -> cancel(stepped);
        }
    }

    private void start(EmployerStepped drafted) {
        engine.start(List.of(new ProcessStart(
                Messages.EMPLOYER_DRAFTED,
                drafted.employer(),
                drafted.event(),
                Map.of(
                        Variables.EMPLOYER_ID,
                        drafted.employer().toString(),
                        Variables.RESTS_UNTIL,
                        reminders.firstDue(drafted.employer()).toString()))));
    }

    private void cancel(EmployerStepped cancelled) {
        withdrawTasks.about(cancelled.employer());
        engine.publish(List.of(
                new EngineMessage(Messages.EMPLOYER_CANCELLED, cancelled.employer(), cancelled.event(), Map.of())));
    }
}

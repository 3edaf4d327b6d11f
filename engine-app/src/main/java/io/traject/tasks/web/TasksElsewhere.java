package io.traject.tasks.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.CasePanel;
import io.traject.tasks.Task;
import io.traject.tasks.TaskList;
import io.traject.web.DashboardPanel;
import io.traject.web.NavigationEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where tasks appear outside their own pages: the rail, the dashboard and the case. */
@Configuration
class TasksElsewhere {

    private final TaskList tasks;
    private final Authorization authorization;

    TasksElsewhere(TaskList tasks, Authorization authorization) {
        this.tasks = tasks;
        this.authorization = authorization;
    }

    @Bean
    NavigationEntry tasksEntry() {
        return NavigationEntry.of("tasks", "tasks.title", "/tasks", "tasks", 20).when(this::mayWork);
    }

    @Bean
    DashboardPanel tasksOnDashboard() {
        return new DashboardPanel("tasks", "tasks/dashboard :: panel", 10, this::mayWork, tasks::counts);
    }

    @Bean
    CasePanel tasksOfCase() {
        return new CasePanel("tasks", "tasks/case-panel :: panel", 20, about -> orNull(tasks.ofCase(about.id())));
    }

    private static @Nullable List<Task> orNull(List<Task> found) {
        return found.isEmpty() ? null : found;
    }

    private boolean mayWork() {
        return authorization.mayForOrganisation(Permission.TASKS_WORK);
    }
}

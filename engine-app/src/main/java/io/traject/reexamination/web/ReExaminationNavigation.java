package io.traject.reexamination.web;

import io.traject.cases.CasePanel;
import io.traject.reexamination.Batch;
import io.traject.reexamination.BatchDirectory;
import io.traject.reexamination.CaseResident;
import io.traject.reexamination.ReExaminationProduct;
import io.traject.reexamination.SwitchReminders;
import io.traject.settings.MunicipalitySetting;
import io.traject.web.DashboardAction;
import io.traject.web.DashboardPanel;
import io.traject.web.NavigationEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where re-examination appears outside its own pages: the rail, the dashboard, the case and the settings. */
@Configuration
class ReExaminationNavigation {

    private final ReExaminationProduct product;

    ReExaminationNavigation(ReExaminationProduct product) {
        this.product = product;
    }

    @Bean
    NavigationEntry batchOverviewEntry() {
        return NavigationEntry.of("re-examinations", "reexamination.list.title", "/re-examinations", "batch", 10)
                .under("cases")
                .when(product::mayRun);
    }

    @Bean
    NavigationEntry startEntry() {
        return NavigationEntry.of("re-examinations/new", "reexamination.new.title", "/re-examinations/new", "plus", 20)
                .under("cases")
                .when(product::mayRun);
    }

    @Bean
    DashboardAction startAction() {
        return new DashboardAction("reexamination.new.title", "/re-examinations/new", "plus", 10, product::mayRun);
    }

    @Bean
    DashboardPanel runningBatches(BatchDirectory batches) {
        return new DashboardPanel(
                "running-batches", "reexamination/dashboard :: panel", 20, product::mayRun, () -> running(batches));
    }

    @Bean
    CasePanel residentOfCase(CaseResident residents) {
        return new CasePanel(
                "resident",
                "reexamination/case-panel :: panel",
                10,
                about -> residents.of(about.id()).orElse(null));
    }

    @Bean
    MunicipalitySetting remindersSetting(SwitchReminders switchReminders) {
        return new MunicipalitySetting(
                "reminders", "reexamination/reminders :: setting", 10, switchReminders::position);
    }

    /** A batch under way, as the dashboard shows it. */
    record Running(Batch batch, BatchDirectory.Progress progress) {}

    private static @Nullable List<Running> running(BatchDirectory batches) {
        List<Running> running = batches.running().stream()
                .map(batch -> new Running(batch, batches.progress(batch)))
                .toList();
        return running.isEmpty() ? null : running;
    }
}

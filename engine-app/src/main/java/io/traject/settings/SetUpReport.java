package io.traject.settings;

import io.traject.kernel.SetUpCheck;
import io.traject.kernel.SetUpCheck.Finding;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks at all that must be set up, in order. */
@Component
public class SetUpReport {

    private final ObjectProvider<SetUpCheck> checks;

    SetUpReport(ObjectProvider<SetUpCheck> checks) {
        this.checks = checks;
    }

    /** What one check found. */
    public record Line(String titleKey, Finding finding) {

        public boolean isOpen() {
            return finding.state() != SetUpCheck.State.OK;
        }
    }

    public List<Line> lines() {
        return checks.orderedStream()
                .map(check -> new Line(check.titleKey(), check.look()))
                .toList();
    }
}

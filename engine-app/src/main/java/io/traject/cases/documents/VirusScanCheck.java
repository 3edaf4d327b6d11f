package io.traject.cases.documents;

import io.traject.kernel.SetUpCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents come from outside, and case workers open them. */
@Component
@Order(65)
class VirusScanCheck implements SetUpCheck {

    private final VirusScanner scanner;

    VirusScanCheck(VirusScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public String titleKey() {
        return "cases.check.virusScan";
    }

    @Override
    public Finding look() {
        if (!scanner.isOn()) {
            return Finding.warning("cases.check.virusScan.off");
        }
        return scanner.answers()
                ? Finding.ok("cases.check.virusScan.on")
                : Finding.missing("cases.check.virusScan.away");
    }
}

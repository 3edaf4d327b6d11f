package io.traject.settings.checks;

import io.traject.kernel.SetUpCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Without a mail server the catcher keeps what was meant for residents. */
@Component
@Order(20)
class MailServerCheck implements SetUpCheck {

    private final String host;

    MailServerCheck(@Value("${traject.mail.host}") String host) {
        this.host = host;
    }

    @Override
    public String titleKey() {
        return "settings.check.mailServer";
    }

    @Override
    public Finding look() {
        return host.isBlank()
                ? Finding.warning("settings.check.mailServer.catcher")
                : Finding.ok("settings.check.mailServer.ok", host);
    }
}

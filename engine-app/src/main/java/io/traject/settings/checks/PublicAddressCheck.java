package io.traject.settings.checks;

import io.traject.kernel.SetUpCheck;
import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Links in mails are made of the public address; one of this machine helps nobody else. */
@Component
@Order(10)
class PublicAddressCheck implements SetUpCheck {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI address;

    PublicAddressCheck(@Value("${traject.public-url}") URI address) {
        this.address = address;
    }

    @Override
    public String titleKey() {
        return "settings.check.publicAddress";
    }

    @Override
    public Finding look() {
        if (address.getHost() == null || THIS_MACHINE.contains(address.getHost())) {
            return Finding.warning("settings.check.publicAddress.local", address);
        }
        return "https".equals(address.getScheme())
                ? Finding.ok("settings.check.publicAddress.ok", address)
                : Finding.warning("settings.check.publicAddress.unencrypted", address);
    }
}

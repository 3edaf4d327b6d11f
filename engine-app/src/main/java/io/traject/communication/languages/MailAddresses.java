package io.traject.communication.languages;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.RealTime;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys of e-mail addresses, and the links with which their readers change the language. */
@Component
class MailAddresses {

    private final LanguageLinks links;
    private final RealTime time;
    private final String page;

    MailAddresses(
            RealTime time,
            @Value("${traject.secret-key}") String base64Key,
            @Value("${traject.public-url}") String publicUrl) {
        this.links = new LanguageLinks(Base64.getDecoder().decode(base64Key));
        this.time = time;
        this.page = publicUrl.replaceFirst("/+$", "") + "/mail-language/";
    }

    AddressKey keyOf(EmailAddress address) {
        return links.keyOf(address);
    }

    /** The page on which the reader of this address chooses. */
    String pageOf(EmailAddress address) {
        return page + links.code(keyOf(address), time.now());
    }

    Optional<AddressKey> open(String code) {
        return links.open(code, time.now());
    }
}

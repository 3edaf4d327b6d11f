package io.traject.access.users;

import io.traject.access.BreachedPasswords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The short list that comes with the product: a sample, which replaces no real one. */
@Component
class SampleOfBreachedPasswords implements BreachedPasswords {

    private static final String FILE = "access/breached-passwords.sample.txt";

    private final Set<String> passwords;

    SampleOfBreachedPasswords() throws IOException {
        passwords = new ClassPathResource(FILE)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Capitals make no difference: who guesses tries them too. */
    @Override
    public boolean contains(String password) {
        return passwords.contains(password.toLowerCase(Locale.ROOT));
    }
}

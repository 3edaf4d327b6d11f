package io.traject.access.users;

import io.traject.access.BreachedPasswords;
import io.traject.access.Organisations;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a password must be (NIST SP 800-63B, 3.1.1.2): long enough, on no list of breached ones, not to be guessed from who
 * one is. Nothing is asked of the kinds of characters in it, and none grows old.
 */
@Component
public class PasswordRules {

    /** Shorter may not be configured: 8 is the least that SP 800-63B takes, beside a second factor. */
    private static final int LEAST = 8;

    /** Shorter parts of names are in too many words. */
    private static final int NAME = 4;

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final int minimumLength;
    private final Organisations organisations;
    private final List<Rule> rules;

    PasswordRules(
            @Value("${traject.passwords.minimum-length:12}") int minimumLength,
            Organisations organisations,
            List<BreachedPasswords> breached) {
        if (minimumLength < LEAST) {
            throw new IllegalArgumentException("traject.passwords.minimum-length must be at least " + LEAST);
        }
        this.minimumLength = minimumLength;
        this.organisations = organisations;
        this.rules = List.of(
                new LongEnough(minimumLength),
                new NotTooLong(),
                new NotRepetitive(),
                new WithoutNames(),
                new NotBreached(breached));
    }

    /** One thing that a password must be; the names of its owner are in lower case. */
    private interface Rule {
        Optional<Refusal> refuse(String password, Set<String> names);
    }

    /** Whose password it is to be. */
    record Owner(String username, String displayName, Optional<EmailAddress> email, Optional<UUID> organisation) {

        static Owner of(UserAccount user) {
            return new Owner(user.username(), user.displayName(), user.email(), user.organisation());
        }
    }

    public int minimumLength() {
        return minimumLength;
    }

    /**
     * Why this can't be the owner's password: {@code password-too-short}, {@code password-too-long},
     * {@code password-repetitive}, {@code password-has-name} or {@code password-breached}; empty when it can.
     */
    Optional<Refusal> refusal(String password, Owner owner) {
        Set<String> names = names(owner);
        return rules.stream()
                .flatMap(rule -> rule.refuse(password, names).stream())
                .findFirst();
    }

    private Set<String> names(Owner owner) {
        Stream<String> organisation = owner.organisation().stream()
                .flatMap(id ->
                        organisations.all().stream().filter(entry -> entry.id().equals(id)))
                .map(Organisations.Entry::name);
        Stream<String> own = Stream.of(
                owner.displayName(), owner.email().map(PasswordRules::localPart).orElse(""));
        return Stream.concat(
                        Stream.of(owner.username()),
                        Stream.concat(organisation, own).flatMap(BETWEEN_NAMES::splitAsStream))
                .filter(name -> name.length() >= NAME)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String localPart(EmailAddress email) {
        return email.value().substring(0, email.value().lastIndexOf('@'));
    }

    private record LongEnough(int minimum) implements Rule {
        @Override
        public Optional<Refusal> refuse(String password, Set<String> names) {
            return password.codePointCount(0, password.length()) < minimum
                    ? Optional.of(Refusal.of("password-too-short", minimum))
                    : Optional.empty();
        }
    }

    private record NotTooLong() implements Rule {
        @Override
        public Optional<Refusal> refuse(String password, Set<String> names) {
            return Passwords.tooLong(password) ? Optional.of(Refusal.of("password-too-long")) : Optional.empty();
        }
    }

    /** Not {@code aaaaaaaaaaaa}, {@code abababababab} or {@code 123456789012}. */
    private record NotRepetitive() implements Rule {

        private static final int DIFFERENT = 4;

        @Override
        public Optional<Refusal> refuse(String password, Set<String> names) {
            return password.codePoints().distinct().count() < DIFFERENT || isRow(password)
                    ? Optional.of(Refusal.of("password-repetitive"))
                    : Optional.empty();
        }

        /** Each character the next one of the alphabet, or of the digits, where 0 follows 9. */
        private static boolean isRow(String password) {
            for (int i = 1; i < password.length(); i++) {
                char before = password.charAt(i - 1);
                boolean round = before == '9' && password.charAt(i) == '0';
                if (password.charAt(i) != before + 1 && !round) {
                    return false;
                }
            }
            return true;
        }
    }

    private record WithoutNames() implements Rule {
        @Override
        public Optional<Refusal> refuse(String password, Set<String> names) {
            String typed = password.toLowerCase(Locale.ROOT);
            return names.stream().anyMatch(typed::contains)
                    ? Optional.of(Refusal.of("password-has-name"))
                    : Optional.empty();
        }
    }

    private record NotBreached(List<BreachedPasswords> lists) implements Rule {
        @Override
        public Optional<Refusal> refuse(String password, Set<String> names) {
            return lists.stream().anyMatch(list -> list.contains(password))
                    ? Optional.of(Refusal.of("password-breached"))
                    : Optional.empty();
        }
    }
}

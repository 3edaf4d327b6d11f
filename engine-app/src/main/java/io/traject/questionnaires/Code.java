package io.traject.questionnaires;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The stable names, in kebab-case, by which programs and triggers know questionnaires and their parts. */
public final class Code {

    public static final int MAX_LENGTH = 60;

    private static final Pattern VALID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Code() {}

    public static boolean isValid(String code) {
        return code.length() <= MAX_LENGTH && VALID.matcher(code).matches();
    }

    /** The code that a name suggests; empty for a name without letters or figures of the Latin alphabet. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return trimmed(plain.substring(0, Math.min(plain.length(), MAX_LENGTH)));
    }

    /** The same, different from those that are taken already. */
    public static String of(String name, Set<String> taken) {
        String wanted = of(name);
        String code = wanted;
        for (int number = 2; taken.contains(code) && !code.isEmpty(); number++) {
            String ending = "-" + number;
            code = trimmed(wanted.substring(0, Math.min(wanted.length(), MAX_LENGTH - ending.length()))) + ending;
        }
        return code;
    }

    private static String trimmed(String code) {
        return code.replaceAll("^-+|-+$", "");
    }
}

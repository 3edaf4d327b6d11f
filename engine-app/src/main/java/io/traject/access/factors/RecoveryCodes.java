package io.traject.access.factors;

import io.traject.access.accounts.Secrets;
import io.traject.kernel.RealTime;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes that stand in for the authenticator, each once. They are shown when they are made; of each only a hash is kept, and
 * a fast one is enough: four groups of four letters are 78 bits.
 */
@Component
class RecoveryCodes {

    private static final int CODES = 10;
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    /** Without look-alikes. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final RealTime time;

    RecoveryCodes(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    /** Makes a new set; the codes of before are void. */
    List<String> renew(UUID userId) {
        database.sql("delete from access_recovery_code where user_id = ?")
                .param(userId)
                .update();
        List<String> codes = Stream.generate(RecoveryCodes::make).limit(CODES).toList();
        codes.forEach(code -> database.sql("insert into access_recovery_code (user_id, code_hash) values (?, ?)")
                .param(userId)
                .param(hash(userId, code))
                .update());
        return codes;
    }

    /** Uses a code up. Of two calls with the same code one is refused. */
    boolean use(UUID userId, String typed) {
        return database.sql("""
                        update access_recovery_code set used_at = ?
                        where user_id = ? and code_hash = ? and used_at is null""")
                        .param(time.now().atOffset(ZoneOffset.UTC))
                        .param(userId)
                        .param(hash(userId, typed))
                        .update()
                == 1;
    }

    /** How many are unused. */
    int left(UUID userId) {
        return database.sql("select count(*) from access_recovery_code where user_id = ? and used_at is null")
                .param(userId)
                .query(Integer.class)
                .single();
    }

    private static String make() {
        return String.join(
                "-",
                IntStream.range(0, GROUPS)
                        .mapToObj(group -> RANDOM.ints(GROUP, 0, LETTERS.length())
                                .mapToObj(LETTERS::charAt)
                                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append))
                        .toList());
    }

    /** Blanks, hyphens and capitals make no difference. */
    private static byte[] hash(UUID userId, String code) {
        return Secrets.hash(userId + "\n" + code.toLowerCase(Locale.ROOT).replaceAll("[^" + LETTERS + "]", ""));
    }
}

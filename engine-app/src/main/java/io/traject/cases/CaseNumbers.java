package io.traject.cases;

import io.traject.kernel.BusinessTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out the readable numbers of cases; what is handed out later sorts later. */
@Component
class CaseNumbers {

    private static final String OF_EMPLOYEES = "ZK";
    private static final String OF_RE_EXAMINATIONS = "HO";

    private final JdbcClient client;
    private final BusinessTime time;

    CaseNumbers(JdbcClient client, BusinessTime time) {
        this.client = client;
        this.time = time;
    }

    List<String> ofReExaminations(int count) {
        return next(OF_RE_EXAMINATIONS, count);
    }

    String ofEmployee() {
        return next(OF_EMPLOYEES, 1).getFirst();
    }

    private List<String> next(String prefix, int count) {
        String year = String.valueOf(time.today().getYear()).substring(2);
        return client
                .sql("select nextval('cases_number') from generate_series(1, ?)")
                .param(count)
                .query(Long.class)
                .list()
                .stream()
                .map(next -> "%s-%s-%07d".formatted(prefix, year, next))
                .toList();
    }
}

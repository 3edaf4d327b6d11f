package io.traject.cases;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A case about an employee, to be opened.
 *
 * @param id chosen by the opener: opening it twice opens one
 * @param type one that {@link CaseType#isAboutEmployee is about an employee}
 * @param title what it is about, in a line
 * @param finalDay on which it is to be done
 */
public record NewEmployeeCase(UUID id, CaseType type, UUID employee, String title, LocalDate finalDay) {

    public static final int LONGEST_TITLE = 200;

    public NewEmployeeCase {
        title = title.strip();
        if (!type.isAboutEmployee() || title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("Not a case about an employee: " + type);
        }
    }
}

package io.traject.cases;

import java.util.Arrays;
import java.util.List;

/** The types of case. */
public enum CaseType {
    /** About a resident of a municipality, run by a process of its own. */
    RE_EXAMINATION(false),
    /** About an employee who can't work. */
    ABSENCE(true),
    /** About an employee who is helped along. */
    GUIDANCE(true);

    private final boolean aboutEmployee;

    CaseType(boolean aboutEmployee) {
        this.aboutEmployee = aboutEmployee;
    }

    /** Whether it is about an employee: people open and close it, and no process runs it. */
    public boolean isAboutEmployee() {
        return aboutEmployee;
    }

    public static List<CaseType> aboutEmployees() {
        return Arrays.stream(values()).filter(CaseType::isAboutEmployee).toList();
    }
}

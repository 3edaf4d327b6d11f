package io.traject.organisation.imports;

import io.traject.organisation.imports.PlannedTree.Ref;
import io.traject.organisation.tree.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be done for a row, as it was found out when the file was checked. */
sealed interface Plan {

    /**
     * For an establishment or a department.
     *
     * @param node null for one that is to be added
     * @param version of the node when it was compared
     */
    record OfPart(
            @Nullable UUID node,
            long version,
            NodeKind kind,
            Ref parent,
            String name,
            @Nullable String code) implements Plan {}

    /**
     * For an employee.
     *
     * @param employee null for one that is to be added
     * @param version of the employee when it was compared
     * @param person who it is from now on, by the fields of the form; null when that stays as it is
     * @param seen who it was, by the same fields
     * @param employments that there were
     * @param employment null when that stays as it is
     */
    record OfEmployee(
            UUID employer,
            String number,
            @Nullable UUID employee,
            long version,
            @Nullable Map<String, String> person,
            Map<String, String> seen,
            List<UUID> employments,
            @Nullable OfEmployment employment)
            implements Plan {

        @Override
        public String toString() {
            return "OfEmployee[" + employee + ']';
        }
    }

    /**
     * For the employment of an employee.
     *
     * @param employment null for one that is to be added
     * @param moves whether it is at that establishment and department from now on, and not where it was
     * @param function the name of the job function, which is added when there is none; empty for none
     * @param functionCode empty for the name
     * @param seen what it was, by the fields of the form
     */
    record OfEmployment(
            @Nullable UUID employment,
            long version,
            @Nullable Ref establishment,
            @Nullable Ref department,
            boolean moves,
            String function,
            String functionCode,
            String number,
            String start,
            String end,
            String partTime,
            Map<String, String> seen) {}
}

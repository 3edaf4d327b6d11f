package io.traject.organisation.imports;

import jakarta.validation.Validator;
import java.util.List;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

/** Says of a row, at its cells, what the form would say in which it is entered by hand. */
record FormMistakes(Validator validator) {

    /** Whether nothing is missing or of the wrong form; what is stands at its cell then. */
    boolean none(SourceRow<EmployeeColumn> row, Object form) {
        var violations = validator.validate(form);
        violations.stream()
                .map(violation -> new FieldError(
                        "form",
                        violation.getPropertyPath().toString(),
                        "",
                        false,
                        new String[] {violation.getMessageTemplate().replaceAll("[{}]", "")},
                        null,
                        null))
                .forEach(error -> tell(row, error));
        return violations.isEmpty();
    }

    /** Says at the cells of a row what a form has found wrong. */
    static void tell(SourceRow<EmployeeColumn> row, BeanPropertyBindingResult errors) {
        errors.getFieldErrors().forEach(error -> tell(row, error));
    }

    private static void tell(SourceRow<EmployeeColumn> row, FieldError error) {
        String[] codes = error.getCodes();
        String key = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        EmployeeColumn column = EmployeeColumn.ofField(error.getField()).orElse(EmployeeColumn.NUMBER);
        row.add(column, key, List.of());
    }
}

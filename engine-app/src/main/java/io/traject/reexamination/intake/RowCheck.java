package io.traject.reexamination.intake;

import static io.traject.reexamination.intake.CellError.Code.BSN_INVALID;
import static io.traject.reexamination.intake.CellError.Code.DATE_INVALID;
import static io.traject.reexamination.intake.CellError.Code.DATE_RANGE;
import static io.traject.reexamination.intake.CellError.Code.EMAIL_INVALID;
import static io.traject.reexamination.intake.CellError.Code.POSTCODE_INVALID;
import static io.traject.reexamination.intake.CellError.Code.REQUIRED;
import static io.traject.reexamination.intake.CellError.Code.TOO_LONG;
import static io.traject.reexamination.intake.CellError.Code.VALUE_UNKNOWN;

import io.traject.kernel.Bsn;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Postcode;
import io.traject.sheets.CellValue;
import io.traject.sheets.CellValue.Day;
import io.traject.sheets.CellValue.Text;
import io.traject.sheets.Layout;
import io.traject.sheets.Tidy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one row by itself, every column of it, and makes the resident when nothing is wrong. */
final class RowCheck {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("0*([1-9][0-9]{0,4})");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{5,}");
    private static final int MAX_SHOWN = 60;

    private final int row;
    private final CellValue[] values;
    private final Layout<Column> layout;
    private final List<CellError> errors = new ArrayList<>(0);
    private @Nullable Repair repair;
    private @Nullable Bsn bsn;
    private @Nullable String scheme;
    private @Nullable ResidentRow resident;

    private RowCheck(int row, CellValue[] values, Layout<Column> layout) {
        this.row = row;
        this.values = values;
        this.layout = layout;
    }

    /** @param values one for each {@link Column}, in its order */
    static RowCheck of(int row, CellValue[] values, Layout<Column> layout, LocalDate today) {
        RowCheck check = new RowCheck(row, values, layout);
        check.check(today);
        return check;
    }

    private void check(LocalDate today) {
        bsn = bsn();
        String initials = text(Column.INITIALS);
        String infix = text(Column.INFIX);
        String surname = text(Column.SURNAME);
        LocalDate birthDate = date(Column.BIRTH_DATE, EARLIEST_BIRTH, today);
        String street = text(Column.STREET);
        String houseNumber = houseNumber();
        String addition = text(Column.ADDITION);
        Postcode postcode = parsed(Column.POSTCODE, POSTCODE_INVALID, Postcode::parse);
        String city = text(Column.CITY);
        EmailAddress email = parsed(Column.EMAIL, EMAIL_INVALID, EmailAddress::parse);
        String phone = phone();
        CommunicationPreference preference = parsed(Column.PREFERENCE, VALUE_UNKNOWN, RowCheck::preference);
        if (preference != null && preference.byMail() && value(Column.EMAIL).isBlank()) {
            error(Column.EMAIL, REQUIRED);
        }
        scheme = text(Column.SCHEME);
        LocalDate finalDate = date(Column.FINAL_DATE, today, LocalDate.MAX);
        if (errors.isEmpty()
                && bsn != null
                && initials != null
                && surname != null
                && birthDate != null
                && street != null
                && houseNumber != null
                && postcode != null
                && city != null
                && preference != null
                && scheme != null
                && finalDate != null) {
            resident = new ResidentRow(
                    row,
                    bsn,
                    initials,
                    infix,
                    surname,
                    birthDate,
                    street,
                    houseNumber,
                    addition,
                    postcode,
                    city,
                    email,
                    phone,
                    preference,
                    scheme,
                    finalDate);
        }
    }

    private @Nullable Bsn bsn() {
        String text = required(Column.BSN);
        if (text == null) {
            return null;
        }
        Optional<Bsn> found = Bsn.parse(text);
        if (found.isEmpty() && text.length() == Bsn.LENGTH - 1) {
            found = Bsn.parse('0' + text);
            found.ifPresent(
                    mended -> repair = new Repair(row, Column.BSN, layout.letter(Column.BSN), text, mended.value()));
        }
        if (found.isEmpty()) {
            error(Column.BSN, BSN_INVALID);
        }
        return found.orElse(null);
    }

    private @Nullable LocalDate date(Column column, LocalDate earliest, LocalDate latest) {
        LocalDate date =
                value(column) instanceof Day(LocalDate day) ? day : parsed(column, DATE_INVALID, RowCheck::date);
        if (date != null && (date.isBefore(earliest) || date.isAfter(latest))) {
            error(column, DATE_RANGE, earliest.format(CellValue.DATE));
            return null;
        }
        return date;
    }

    private static Optional<LocalDate> date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<CommunicationPreference> preference(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "EMAIL" -> Optional.of(CommunicationPreference.EMAIL);
            case "BRIEF" -> Optional.of(CommunicationPreference.BRIEF);
            case "BEIDE" -> Optional.of(CommunicationPreference.BEIDE);
            default -> Optional.empty();
        };
    }

    private @Nullable String houseNumber() {
        return parsed(Column.HOUSE_NUMBER, VALUE_UNKNOWN, text -> {
            Matcher digits = HOUSE_NUMBER.matcher(text);
            return digits.matches() ? Optional.of(digits.group(1)) : Optional.empty();
        });
    }

    /** A phone number that lost its zero is left as it is: its country can't be known. */
    private @Nullable String phone() {
        return parsed(
                Column.PHONE,
                VALUE_UNKNOWN,
                text -> PHONE.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }

    private @Nullable String text(Column column) {
        return parsed(column, VALUE_UNKNOWN, Optional::of);
    }

    private <T> @Nullable T parsed(Column column, CellError.Code code, Function<String, Optional<T>> parse) {
        String text = required(column);
        if (text == null) {
            return null;
        }
        if (text.length() > column.maxLength()) {
            error(column, TOO_LONG, Integer.toString(column.maxLength()));
            return null;
        }
        Optional<T> parsed = value(column) instanceof Text ? parse.apply(text) : Optional.empty();
        if (parsed.isEmpty()) {
            error(column, code);
        }
        return parsed.orElse(null);
    }

    /** The text of a cell; null, and an error if the column is always required, when there is none. */
    private @Nullable String required(Column column) {
        String text = value(column).shown();
        if (!text.isEmpty()) {
            return text;
        }
        if (column.required() == Column.Required.ALWAYS) {
            error(column, REQUIRED);
        }
        return null;
    }

    /** Adds an error that only other rows or other data reveal; the resident is no longer right. */
    void error(Column column, CellError.Code code, String... more) {
        String shown = Tidy.shortened(value(column).shown(), MAX_SHOWN);
        List<String> arguments = new ArrayList<>(2 + more.length);
        arguments.add(column.header());
        arguments.add(shown);
        arguments.addAll(List.of(more));
        errors.add(new CellError(row, column, layout.letter(column), code, arguments, shown));
        resident = null;
    }

    CellValue value(Column column) {
        return values[column.ordinal()];
    }

    int row() {
        return row;
    }

    /** The errors in the template's order of columns. */
    List<CellError> errors() {
        errors.sort(Comparator.comparing(CellError::column));
        return errors;
    }

    Optional<Repair> repair() {
        return Optional.ofNullable(repair);
    }

    Optional<Bsn> checkedBsn() {
        return Optional.ofNullable(bsn);
    }

    /** Present when both the BSN and the scheme are right, whatever else is wrong. */
    Optional<BsnAndScheme> bsnAndScheme() {
        return bsn == null || scheme == null ? Optional.empty() : Optional.of(new BsnAndScheme(bsn, scheme));
    }

    /** Present when nothing is wrong. */
    Optional<ResidentRow> resident() {
        return Optional.ofNullable(resident);
    }
}

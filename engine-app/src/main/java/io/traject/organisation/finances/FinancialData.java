package io.traject.organisation.finances;

/**
 * How an establishment is known in the books (A14). Each is one line of at most {@value #MAX_LENGTH} characters, empty for
 * none.
 *
 * @param debtorNumber of whom is invoiced
 * @param costCentre on which its costs are booked
 * @param costUnit to which they are attributed
 * @param invoiceCode by which invoices are put together
 * @param version for optimistic locking; {@value #UNKNOWN} while nothing is known
 */
public record FinancialData(String debtorNumber, String costCentre, String costUnit, String invoiceCode, long version) {

    public static final int MAX_LENGTH = 50;

    public static final long UNKNOWN = -1;

    static final FinancialData NONE = new FinancialData("", "", "", "", UNKNOWN);

    /** @throws IllegalArgumentException for what is no line */
    public FinancialData {
        requireLine(debtorNumber);
        requireLine(costCentre);
        requireLine(costUnit);
        requireLine(invoiceCode);
    }

    private static void requireLine(String text) {
        if (text.length() > MAX_LENGTH
                || !text.equals(text.strip())
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a line of at most %d characters".formatted(MAX_LENGTH));
        }
    }
}

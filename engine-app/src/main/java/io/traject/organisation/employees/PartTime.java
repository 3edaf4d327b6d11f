package io.traject.organisation.employees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of a full-time employment.
 *
 * @param percentage above 0 and at most 100, with two decimals
 */
public record PartTime(BigDecimal percentage) {

    public static final PartTime FULL = new PartTime(new BigDecimal("100.00"));

    private static final int DECIMALS = 2;

    /** @throws IllegalArgumentException unless above 0 and at most 100, with at most two decimals */
    public PartTime {
        if (!isPercentage(percentage)) {
            throw new IllegalArgumentException("not a part-time percentage");
        }
        percentage = percentage.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** Reads {@code 80}, {@code 62.5} and {@code 62,5}. */
    public static Optional<PartTime> parse(String text) {
        if (!text.matches("[0-9]{1,3}([.,][0-9]{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        return isPercentage(number) ? Optional.of(new PartTime(number)) : Optional.empty();
    }

    private static boolean isPercentage(BigDecimal number) {
        return number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(100)) <= 0
                && number.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** Without decimals that say nothing: {@code 62.5}. */
    public String text() {
        return percentage.stripTrailingZeros().toPlainString();
    }
}

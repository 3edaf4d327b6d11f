package io.traject.communication;

import io.traject.kernel.Postcode;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter goes. A value is one line of plain text.
 *
 * @param addition to the house number
 */
public record PostalAddress(
        String street, String houseNumber, @Nullable String addition, Postcode postcode, String city) {

    public static final int LONGEST_STREET = 100;
    public static final int LONGEST_NUMBER = 10;
    public static final int LONGEST_CITY = 100;

    /** @throws IllegalArgumentException when something is missing or too long */
    public PostalAddress {
        street = MergeValues.plain(street);
        houseNumber = MergeValues.plain(houseNumber);
        city = MergeValues.plain(city);
        addition = addition == null || addition.isBlank() ? null : MergeValues.plain(addition);
        require(street, LONGEST_STREET);
        require(houseNumber, LONGEST_NUMBER);
        require(city, LONGEST_CITY);
        if (addition != null) {
            require(addition, LONGEST_NUMBER);
        }
    }

    private static void require(String part, int longest) {
        if (part.isEmpty() || part.length() > longest) {
            throw new IllegalArgumentException("not part of an address");
        }
    }

    /** Without the house: {@code Dorpsstraat ***, Voorbeelddam}. */
    @Override
    public String toString() {
        return street + " ***, " + city;
    }
}

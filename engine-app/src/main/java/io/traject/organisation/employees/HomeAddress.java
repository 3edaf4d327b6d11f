package io.traject.organisation.employees;

import io.traject.kernel.Country;
import io.traject.kernel.Postcode;

/**
 * Where somebody lives; {@link #toString()} is masked.
 *
 * @param houseNumber with its addition
 * @param postcode as it is printed; checked in the Netherlands only
 */
public record HomeAddress(String street, String houseNumber, String postcode, String city, Country country) {

    public static final int MAX_LENGTH = 100;

    /** Of the house number. */
    public static final int MAX_NUMBER_LENGTH = 20;

    public static final int MAX_POSTCODE_LENGTH = 12;

    /** @throws IllegalArgumentException for what no letter could be sent to */
    public HomeAddress {
        Lines.require(street, MAX_LENGTH);
        Lines.require(houseNumber, MAX_NUMBER_LENGTH);
        Lines.require(postcode, MAX_POSTCODE_LENGTH);
        Lines.require(city, MAX_LENGTH);
        postcode = country.equals(Country.NETHERLANDS) ? new Postcode(postcode).value() : postcode;
    }

    @Override
    public String toString() {
        return "*** " + country;
    }
}

-- What fits on a letter; the application says it beside the field.
alter table organisation_municipality
    add constraint organisation_municipality_street_length check (length(street) between 1 and 100),
    add constraint organisation_municipality_house_number_length check (length(house_number) between 1 and 20),
    add constraint organisation_municipality_city_length check (length(city) between 1 and 100),
    add constraint organisation_municipality_phone_length check (length(phone) between 1 and 20),
    add constraint organisation_municipality_postcode_printed check (postcode ~ '^[1-9][0-9]{3} [A-Z]{2}$');

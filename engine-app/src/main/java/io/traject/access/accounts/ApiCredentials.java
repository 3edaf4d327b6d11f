package io.traject.access.accounts;

/**
 * What an API account signs in with; shown once and stored in no readable form.
 *
 * @param totpSecret Base32
 */
public record ApiCredentials(String username, String token, String totpSecret) {

    @Override
    public String toString() {
        return "ApiCredentials[username=" + username + ", ***]";
    }
}

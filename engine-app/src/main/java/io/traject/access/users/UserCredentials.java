package io.traject.access.users;

/** What a user signs in with for the first time; shown once and stored in no readable form. */
public record UserCredentials(String username, String password) {

    @Override
    public String toString() {
        return "UserCredentials[***]";
    }
}

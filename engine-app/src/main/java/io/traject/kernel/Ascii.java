package io.traject.kernel;

/** Letters of codes and numbers, which have no language. */
final class Ascii {

    private Ascii() {}

    /** Only a to z become capitals; any other character, such as the dotless i, stays what it is. */
    static String upperCase(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= 'a' && characters[i] <= 'z') {
                characters[i] -= 'a' - 'A';
            }
        }
        return new String(characters);
    }
}

package io.traject.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An address set so that it fits the window: as large as possible, broken at words, and never cut off.
 *
 * @param size type size in points
 * @param lines as printed
 */
record AddressBlock(int size, List<String> lines) {

    /** The part of the window that the address may fill, in millimetres. */
    static final double WIDTH = 76;

    static final double HEIGHT = 27.3;
    static final double LINE_HEIGHT = 1.2;

    private static final int LARGEST = 10;
    private static final int SMALLEST = 6;
    private static final double POINT = 25.4 / 72;

    /** @return empty when the address is too long for the window even in the smallest type */
    static Optional<AddressBlock> fit(List<String> lines) {
        return IntStream.iterate(LARGEST, size -> size >= SMALLEST, size -> size - 1)
                .mapToObj(size -> new AddressBlock(size, broken(lines, WIDTH / (size * POINT))))
                .filter(AddressBlock::fits)
                .findFirst();
    }

    private boolean fits() {
        return lines.size() * size * POINT * LINE_HEIGHT <= HEIGHT;
    }

    private static List<String> broken(List<String> lines, double width) {
        var result = new ArrayList<String>();
        for (String line : lines) {
            String rest = line;
            while (Typeface.SANS.width(rest) > width) {
                int end = breakAt(rest, width);
                result.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            if (!rest.isEmpty()) {
                result.add(rest);
            }
        }
        return result;
    }

    /** After the last space or hyphen that fits; inside a word that is wider than the window. */
    private static int breakAt(String line, double width) {
        int fitting = 1;
        while (fitting < line.length() && Typeface.SANS.width(line.substring(0, fitting + 1)) <= width) {
            fitting++;
        }
        int atWord = Math.max(line.lastIndexOf(' ', fitting), line.lastIndexOf('-', fitting - 1)) + 1;
        return atWord > 0 ? Math.min(atWord, fitting + 1) : fitting;
    }
}

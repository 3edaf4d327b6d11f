package io.traject.kernel.lists;

import io.traject.kernel.lists.Portion.From;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Rows to be read for a portion of an ordered list, one after another.
 *
 * @param beside the row where they begin, itself not among them; empty at an end of the list
 * @param backwards against the order of the portion, the nearest first
 * @param offset rows to pass over first
 * @param most rows, one more than the portion has: it tells whether that is all
 */
public record Stretch(Optional<UUID> beside, boolean backwards, int offset, int most) {

    /** Whether it is a part of this one. */
    public boolean within(Stretch other) {
        return beside.equals(other.beside)
                && backwards == other.backwards
                && offset + most <= other.offset + other.most;
    }

    /**
     * The rows of a stretch.
     *
     * @param counted rows of the whole list
     * @param countLimit where counting stopped, if it did
     */
    public record Found<T>(List<T> rows, long counted, int countLimit) {

        private Slice<T> slice(Portion portion, boolean reversed, boolean previous, boolean next) {
            List<T> items = rows.subList(0, Math.min(rows.size(), portion.size()));
            return new Slice<>(reversed ? items.reversed() : items, previous, next, counted, countLimit);
        }

        private boolean more(Portion portion) {
            return rows.size() > portion.size();
        }
    }

    /** Reads a portion. @param rows reads a stretch */
    public static <T> Slice<T> read(Portion portion, Function<Stretch, Found<T>> rows) {
        int most = portion.size() + 1;
        return switch (portion.from()) {
            case From.Offset(int offset) -> {
                Found<T> found = rows.apply(new Stretch(Optional.empty(), false, offset, most));
                yield found.slice(portion, false, offset > 0, found.more(portion));
            }
            case From.After(UUID id) -> {
                Found<T> found = rows.apply(new Stretch(Optional.of(id), false, 0, most));
                yield found.slice(portion, false, true, found.more(portion));
            }
            case From.Before(UUID id) -> {
                Found<T> found = rows.apply(new Stretch(Optional.of(id), true, 0, most));
                yield found.more(portion)
                        ? found.slice(portion, true, true, true)
                        : read(portion.from(new From.Offset(0)), rows);
            }
            case From.End() -> {
                Found<T> found = rows.apply(new Stretch(Optional.empty(), true, 0, most));
                yield found.slice(portion, true, found.more(portion), false);
            }
        };
    }
}

package io.traject.web;

/**
 * How far long work is.
 *
 * @param done what went well
 * @param failed what did not
 * @param total of both when all is over; 0 while it is not yet known
 * @param running whether it is still under way
 */
public record Progress(long done, long failed, long total, boolean running) {

    public long finished() {
        return done + failed;
    }

    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, finished() * 100 / total);
    }
}

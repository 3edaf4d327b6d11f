package io.traject.platform.rehearsal;

import java.util.List;

/** Something went on without getting further. Names processes, steps and numbers, nothing about people. */
final class NotSettledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSettledException(List<String> goingOn) {
        super(String.join("; ", goingOn));
    }
}

package io.traject.reexamination;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives every resident of a batch a place in its dispatch, and cuts the dispatch into ranges that jobs work on. */
@Service
public class PlanDispatch {

    /** A job of the engine per mail would be slower than the mail server. */
    static final int RANGE = 500;

    private final Residents residents;

    PlanDispatch(Residents residents) {
        this.residents = residents;
    }

    /** Places in the dispatch, from the first to just before the last. */
    public record Range(int from, int to) {}

    @Transactional
    public List<Range> plan(UUID batchId) {
        return ranges(residents.planDispatch(batchId), RANGE);
    }

    static List<Range> ranges(int places, int size) {
        var ranges = new ArrayList<Range>();
        for (int from = 0; from < places; from += size) {
            ranges.add(new Range(from, Math.min(from + size, places)));
        }
        return ranges;
    }
}

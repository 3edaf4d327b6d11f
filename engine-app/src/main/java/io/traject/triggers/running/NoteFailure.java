package io.traject.triggers.running;

import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.triggers.running.ActionRuns.State;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down why an action was not done, for whoever looks after triggers; the engine tries it again. */
@Service
class NoteFailure {

    static final String FAULT = "fault";

    private final ActionRuns runs;
    private final Firings firings;
    private final PinnedVersions versions;

    NoteFailure(ActionRuns runs, Firings firings, PinnedVersions versions) {
        this.runs = runs;
        this.firings = firings;
        this.versions = versions;
    }

    @Transactional
    public void note(UUID firing, int position, RuntimeException failure) {
        String kind = firings.find(firing)
                .map(found -> versions.of(found).actions().get(position).kind())
                .orElseThrow();
        if (failure instanceof RefusedException refused) {
            Refusal refusal = refused.refusal();
            List<String> arguments =
                    refusal.arguments().stream().map(String::valueOf).toList();
            runs.note(firing, position, kind, State.FAILED, refusal.code(), arguments);
        } else {
            runs.note(
                    firing,
                    position,
                    kind,
                    State.FAILED,
                    FAULT,
                    List.of(failure.getClass().getSimpleName()));
        }
    }
}

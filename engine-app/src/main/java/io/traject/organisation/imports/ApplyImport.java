package io.traject.organisation.imports;

import io.traject.access.Actor;
import io.traject.access.Actors;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries an import out, some rows at a time: what they change and that they are done is committed together, so that each
 * is done once, whatever is killed in between. When one of them can't be done, what was done with it is undone, and they
 * are taken one by one.
 */
@Component
class ApplyImport {

    static final int SLICE = 50;

    private static final Logger log = LoggerFactory.getLogger(ApplyImport.class);

    private final Imports imports;
    private final CarryOut carryOut;
    private final Actors actors;
    private final TransactionTemplate transaction;

    ApplyImport(Imports imports, CarryOut carryOut, Actors actors, TransactionTemplate transaction) {
        this.imports = imports;
        this.carryOut = carryOut;
        this.actors = actors;
        this.transaction = transaction;
    }

    /** @return whether there is more to do */
    boolean applySome(UUID id) {
        Optional<Import> applying = imports.find(id).filter(one -> one.state() == ImportState.APPLYING);
        if (applying.isEmpty()) {
            return false;
        }
        Optional<Actor> confirmer = applying.get().confirmedBy().flatMap(actors::find);
        if (confirmer.isEmpty()) {
            return refuseSome(id);
        }
        return Actors.call(confirmer.get(), () -> applySlice(id));
    }

    private boolean applySlice(UUID id) {
        try {
            return apply(id, SLICE);
        } catch (RuntimeException oneOfThem) {
            if (problem(oneOfThem).isEmpty()) {
                throw oneOfThem;
            }
        }
        boolean more = true;
        for (int i = 0; i < SLICE && more; i++) {
            more = applyOne(id);
        }
        return more;
    }

    private boolean applyOne(UUID id) {
        try {
            return apply(id, 1);
        } catch (RuntimeException refused) {
            Problem problem = problem(refused).orElseThrow(() -> refused);
            log.debug("A row of import {} was refused: {}", id, problem);
            return refuse(id, problem, refused instanceof OptimisticLockingFailureException);
        }
    }

    private boolean apply(UUID id, int most) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!isApplying(id)) {
                return false;
            }
            List<Imports.Planned> rows = imports.next(id, most);
            for (Imports.Planned row : rows) {
                imports.done(id, row.seq(), carryOut.carryOut(id, row.plan()));
            }
            return goesOn(id, rows.size() == most);
        }));
    }

    /** Writes down why the next row, which was just tried, can't be done. */
    private boolean refuse(UUID id, Problem problem, boolean overtaken) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!isApplying(id)) {
                return false;
            }
            imports.next(id, 1)
                    .forEach(
                            row -> imports.refuse(id, row.seq(), overtaken ? carryOut.overtaken(row.plan()) : problem));
            return goesOn(id, true);
        }));
    }

    /** Nobody is left with whose rights it could go on. */
    private boolean refuseSome(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!isApplying(id)) {
                return false;
            }
            List<Imports.Planned> rows = imports.next(id, SLICE);
            Problem problem = Problem.of("organisation.imports.problem.nobodyLeft", List.of());
            rows.forEach(row -> imports.refuse(id, row.seq(), problem));
            return goesOn(id, rows.size() == SLICE);
        }));
    }

    private boolean isApplying(UUID id) {
        return imports.lock(id)
                .filter(one -> one.state() == ImportState.APPLYING)
                .isPresent();
    }

    private boolean goesOn(UUID id, boolean full) {
        boolean more = full && !imports.next(id, 1).isEmpty();
        if (!more) {
            imports.settle(id, ImportState.DONE, List.of());
        }
        return more;
    }

    /** What a reader is told; empty for a fault, after which it is tried again. */
    private static Optional<Problem> problem(RuntimeException thrown) {
        return switch (thrown) {
            case RowRefusedException refused -> Optional.of(refused.problem());
            case RefusedException refused -> Optional.of(problem(refused.refusal()));
            case NotFoundException outside ->
                Optional.of(Problem.of("organisation.imports.problem.outside", List.of()));
            case AccessDeniedException denied ->
                Optional.of(Problem.of("organisation.imports.problem.mayNot", List.of()));
            case OptimisticLockingFailureException overtaken ->
                Optional.of(Problem.of("organisation.imports.problem.changed", List.of()));
            case DataIntegrityViolationException taken ->
                Optional.of(Problem.of("organisation.imports.problem.taken", List.of()));
            default -> Optional.empty();
        };
    }

    private static Problem problem(Refusal refusal) {
        return Problem.of(
                refusal.messageKey(),
                refusal.arguments().stream().map(Object::toString).toList());
    }
}

package vn.kientao.reform.procedures.app.bulk;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.DossierGuardException;
import vn.kientao.reform.procedures.app.dossier.DossierNotAllowedException;
import vn.kientao.reform.procedures.app.dossier.DossierProgress;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.domain.bulk.BulkRow;
import vn.kientao.reform.procedures.domain.bulk.BulkRun;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.bulk.BulkRuns;

/**
 * Takes the same step on many dossiers, each in a transaction of its own: what one is refused stops no other. What became of
 * each is kept for a month.
 */
@Component(service = BulkSteps.class)
public final class BulkSteps {
    private static final int MONTHS_KEPT = 1;

    private final Database database;
    private final DossierProgress progress;
    private final BulkRuns runs = new BulkRuns();

    @Activate
    public BulkSteps(
            @Reference Database database, @Reference DossierProgress progress, @Reference ProcedureTables tables) {
        this.database = database;
        this.progress = progress;
    }

    /** What a door makes of a dossier that was chosen: the step to take on it, or why there is none. */
    public sealed interface Choice {
        String code();

        /** Take it, from the version that was seen. */
        record Take(String code, Dossier seen, DossierStep step) implements Choice {
            public Take {
                requireNonNull(code, "code");
                requireNonNull(seen, "seen");
                requireNonNull(step, "step");
            }
        }

        /** It is known already that nothing can be done. */
        record Leave(BulkRow row) implements Choice {
            public Leave {
                requireNonNull(row, "row");
            }

            @Override
            public String code() {
                return row.code();
            }
        }
    }

    /** How a door says what happened. */
    public interface Saying {
        LocalText done(Dossier after);

        LocalText refused(DossierCode code, DossierNotAllowedException refused);

        LocalText refused(DossierGuardException refused);

        LocalText changed();
    }

    /** Takes them one after the other; a repetition with the same key answers with what the first one did. */
    public BulkRun run(DossierAction action, List<Choice> choices, Saying saying, String requestId, Doer doer) {
        if (choices.isEmpty() || choices.size() > BulkRun.MOST) {
            throw new IllegalArgumentException(
                    "dossiers at once: " + choices.size() + " (expected: 1 to " + BulkRun.MOST + ")");
        }
        Optional<BulkRun> before = repeated(doer);
        if (before.isPresent()) {
            return before.get();
        }
        List<BulkRow> rows = new ArrayList<>();
        for (Choice choice : choices) {
            rows.add(choice instanceof Choice.Take take ? take(take, saying, doer) : ((Choice.Leave) choice).row());
        }
        BulkRun run = new BulkRun(0, doer.account(), action, doer.at(), requestId, rows);
        return database.write(handle -> {
            runs.forget(handle, doer.agency(), doer.at().minusMonths(MONTHS_KEPT));
            Optional<BulkRun> meanwhile = key(doer).flatMap(key -> runs.byOnceKey(handle, doer.agency(), key));
            return meanwhile.orElseGet(() -> {
                long id = runs.add(handle, doer.agency(), key(doer), run);
                return new BulkRun(id, run.account(), action, run.at(), requestId, rows);
            });
        });
    }

    private BulkRow take(Choice.Take take, Saying saying, Doer doer) {
        try {
            Dossier after = progress.take(take.seen(), take.step(), doer);
            return new BulkRow(take.code(), BulkRow.Outcome.DONE, saying.done(after));
        } catch (StaleRecordException e) {
            return new BulkRow(take.code(), BulkRow.Outcome.CHANGED, saying.changed());
        } catch (DossierNotAllowedException e) {
            return new BulkRow(
                    take.code(),
                    BulkRow.Outcome.REFUSED,
                    saying.refused(take.seen().code(), e));
        } catch (DossierGuardException e) {
            return new BulkRow(take.code(), BulkRow.Outcome.REFUSED, saying.refused(e));
        }
    }

    /** What the doer did before with the same key. */
    public Optional<BulkRun> repeated(Doer doer) {
        return key(doer).flatMap(key -> database.read(handle -> runs.byOnceKey(handle, doer.agency(), key)));
    }

    private static Optional<String> key(Doer doer) {
        return doer.onceKey().map(key -> doer.account() + " " + key);
    }

    /** What somebody of the agency did with many dossiers during the last month. */
    public Optional<BulkRun> find(String agency, long id) {
        return database.read(handle -> runs.find(handle, agency, id));
    }
}

package vn.kientao.reform.procedures.app.report;

import java.time.LocalDateTime;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.report.CaughtUp;
import vn.kientao.reform.procedures.store.report.DossierSpans;

/**
 * Takes the dossiers from before there were dated facts into them, once, when the first release that keeps them starts. A
 * dossier that an older release changes meanwhile is taken in with its next event.
 */
@Component(service = SpanCatchUp.class, immediate = true)
public final class SpanCatchUp {
    private static final Logger log = LoggerFactory.getLogger(SpanCatchUp.class);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final CaughtUp caughtUp = new CaughtUp();
    private final DossierSpans spans = new DossierSpans();

    @Activate
    public SpanCatchUp(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
        run();
    }

    private void run() {
        if (database.read(caughtUp::done)) {
            return;
        }
        int taken = 0;
        long after = 0;
        while (true) {
            long begin = after;
            List<Long> ids = database.read(handle -> caughtUp.next(handle, begin, AT_ONCE));
            if (ids.isEmpty()) {
                break;
            }
            database.write(handle -> {
                ids.forEach(id -> spans.follow(handle, id));
                caughtUp.forgetNews(handle, ids);
                return ids.size();
            });
            taken += ids.size();
            after = ids.get(ids.size() - 1);
        }
        database.write(handle -> {
            caughtUp.mark(handle, LocalDateTime.now(Formats.ZONE));
            return true;
        });
        log.info("Took {} dossiers into the facts of reports", taken);
    }
}

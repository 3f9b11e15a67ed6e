package vn.kientao.reform.procedures.app.privacy;

import java.time.Period;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.RetentionRule;
import vn.kientao.platform.api.privacy.RetentionSource;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossierimport.DossierImportStore;
import vn.kientao.reform.procedures.store.dossierimport.ImportParts;
import vn.kientao.reform.procedures.store.dossierimport.ImportRows;

/**
 * Rows of files, names and numbers of applicants in them, are kept a month: refused ones to be mended, accepted ones until
 * somebody has them taken over; so are files that were never read to their end.
 */
@Component
public final class ImportRetention implements RetentionSource {
    static final String REFUSED = "procedures.refused-rows";

    private static final TextBundle TEXTS = TextBundle.of(ImportRetention.class);
    private static final String BASIS = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 14";
    private static final List<DossierImportState> UNDECIDED =
            List.of(DossierImportState.RECEIVING, DossierImportState.CHECKING, DossierImportState.CHECKED);
    private static final int MOST_COUNTED = 10_000;

    private final Database database;
    private final ImportRows rows = new ImportRows();
    private final DossierImportStore imports = new DossierImportStore();

    @Activate
    public ImportRetention(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(new RetentionRule(
                REFUSED,
                "dossier-import",
                TEXTS.text("privacy.retention.refused-rows"),
                TEXTS.text("privacy.retention.from-file"),
                RetentionRule.Action.DELETE,
                Period.ofDays(30),
                Period.ZERO,
                BASIS));
    }

    @Override
    public long due(String rule, Scope scope) {
        return database.read(handle -> rows.old(handle, scope.before(), MOST_COUNTED)).stream()
                .filter(id -> !scope.held().contains(String.valueOf(id)))
                .count();
    }

    @Override
    public int apply(Handle transaction, String rule, Scope scope, int most) {
        List<Long> old = rows
                .old(transaction, scope.before(), most + scope.held().size())
                .stream()
                .filter(id -> !scope.held().contains(String.valueOf(id)))
                .limit(most)
                .toList();
        int touched = 0;
        for (long id : old) {
            UNDECIDED.forEach(state -> imports.move(transaction, id, state, DossierImportState.DISCARDED));
            touched++;
            if (deleteSome(transaction, id)) {
                return touched;
            }
        }
        return touched;
    }

    /** Whether more may be left of the import, for the next transaction. */
    private static boolean deleteSome(Handle transaction, long id) {
        boolean more = false;
        for (ImportParts part : ImportParts.values()) {
            more |= part.deleteSome(transaction, id);
        }
        return more;
    }
}

package vn.kientao.reform.procedures.app.privacy;

import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.RetentionRule;
import vn.kientao.platform.api.privacy.RetentionSource;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.printing.PrintRuns;

/** Files of receipts that were printed in the background are kept a week; the receipts stay with their dossiers. */
@Component
public final class PrintRetention implements RetentionSource {
    static final String PRINTED = "procedures.printed-receipts";

    private static final TextBundle TEXTS = TextBundle.of(PrintRetention.class);
    private static final String BASIS = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 14";
    private static final int DAYS = 7;
    private static final int MOST_COUNTED = 10_000;

    private final Database database;
    private final PrintRuns runs = new PrintRuns();

    @Activate
    public PrintRetention(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(new RetentionRule(
                PRINTED,
                "print-run",
                TEXTS.text("privacy.retention.printed-receipts"),
                TEXTS.text("privacy.retention.from-printing"),
                RetentionRule.Action.DELETE,
                Period.ofDays(DAYS),
                Period.ZERO,
                BASIS));
    }

    @Override
    public long due(String rule, Scope scope) {
        return database.read(handle -> old(handle, scope, MOST_COUNTED)).size();
    }

    @Override
    public int apply(Handle transaction, String rule, Scope scope, int most) {
        List<Long> old = old(transaction, scope, most);
        old.forEach(run -> runs.delete(transaction, run));
        return old.size();
    }

    private List<Long> old(Handle handle, Scope scope, int most) {
        LocalDateTime before = LocalDateTime.ofInstant(scope.before(), Formats.ZONE);
        return runs.before(handle, before, most + scope.held().size()).stream()
                .filter(id -> !scope.held().contains(String.valueOf(id)))
                .limit(most)
                .toList();
    }
}

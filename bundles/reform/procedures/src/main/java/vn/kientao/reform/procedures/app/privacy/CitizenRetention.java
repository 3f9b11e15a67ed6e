package vn.kientao.reform.procedures.app.privacy;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.RetentionRule;
import vn.kientao.platform.api.privacy.RetentionSource;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.OldWords;
import vn.kientao.reform.procedures.store.privacy.OldWords.Kind;

/** How long is kept what citizens send beside their dossiers: petitions, remarks, addresses for e-mails, forms filled in at home. */
@Component
public final class CitizenRetention implements RetentionSource {
    static final String SENDER = "procedures.petition-sender";
    static final String REMARK = "procedures.rating-remark";
    static final String SUBSCRIPTION = "procedures.subscription";
    static final String PREFILL = "procedures.prefill";

    private static final TextBundle TEXTS = TextBundle.of(CitizenRetention.class);
    private static final String BASIS = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 14";
    private static final Map<String, Kind> KINDS =
            Map.of(SENDER, Kind.PETITION, REMARK, Kind.REMARK, SUBSCRIPTION, Kind.SUBSCRIPTION, PREFILL, Kind.PREFILL);

    private final Database database;
    private final OldWords old = new OldWords();

    @Activate
    public CitizenRetention(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                rule(SENDER, "petition", RetentionRule.Action.ANONYMISE, Period.ofYears(2)),
                rule(REMARK, "rating", RetentionRule.Action.ANONYMISE, Period.ofYears(2)),
                rule(SUBSCRIPTION, "subscription", RetentionRule.Action.DELETE, Period.ofMonths(3)),
                rule(PREFILL, "prefill", RetentionRule.Action.DELETE, Period.ofDays(Prefills.KEPT_DAYS)));
    }

    private static RetentionRule rule(String id, String object, RetentionRule.Action action, Period standard) {
        return new RetentionRule(
                id,
                object,
                TEXTS.text("privacy.retention." + object),
                TEXTS.text("privacy.retention." + object + ".from"),
                action,
                standard,
                Period.ZERO,
                BASIS);
    }

    @Override
    public long due(String rule, Scope scope) {
        return database.read(handle -> old.count(handle, kind(rule), scope.before(), scope.held()));
    }

    @Override
    public int apply(Handle transaction, String rule, Scope scope, int most) {
        return old.takeOut(transaction, kind(rule), scope.before(), scope.held(), most);
    }

    /** @throws IllegalArgumentException when there is no such rule here */
    private static Kind kind(String rule) {
        Kind kind = KINDS.get(rule);
        if (kind == null) {
            throw new IllegalArgumentException("rule " + rule + " (expected: one of " + KINDS.keySet() + ")");
        }
        return kind;
    }
}

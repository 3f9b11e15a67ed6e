package vn.kientao.reform.steering.app.discipline;

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
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.discipline.BreachRows;
import vn.kientao.reform.steering.store.discipline.PersonalBreaches;

/** How long the register of discipline knows who it was. */
@Component
public final class BreachRetention implements RetentionSource {
    static final String RULE = "steering.breach";

    private static final TextBundle TEXTS = TextBundle.of(BreachRetention.class);
    private static final Period STANDARD = Period.ofYears(5);

    private final Database database;
    private final BreachRows rows = new BreachRows();
    private final PersonalBreaches breaches = new PersonalBreaches();

    @Activate
    public BreachRetention(@Reference Database database, @Reference SteeringTables tables) {
        this.database = database;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(new RetentionRule(
                RULE,
                "breach",
                TEXTS.text("discipline.retention"),
                TEXTS.text("discipline.retention.from"),
                RetentionRule.Action.ANONYMISE,
                STANDARD,
                Period.ZERO,
                "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 14; số năm tỉnh tự đặt"));
    }

    @Override
    public long due(String rule, Scope scope) {
        check(rule);
        return database.read(handle -> breaches.old(handle, scope.before(), scope.held()));
    }

    @Override
    public int apply(Handle transaction, String rule, Scope scope, int most) {
        check(rule);
        List<String> codes = breaches.oldest(transaction, scope.before(), scope.held(), most);
        codes.forEach(
                code -> rows.find(transaction, code).ifPresent(breach -> breaches.makeAnonymous(transaction, breach)));
        return codes.size();
    }

    private static void check(String rule) {
        if (!rule.equals(RULE)) {
            throw new IllegalArgumentException("rule " + rule + " (expected: " + RULE + ")");
        }
    }
}

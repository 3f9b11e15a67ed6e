package vn.kientao.platform.privacy.app;

import java.time.Period;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.privacy.RetentionRule;
import vn.kientao.platform.api.privacy.RetentionSource;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.privacy.store.AccessRepository;
import vn.kientao.platform.privacy.store.PrivacyStore;

/** The access log is kept for a year at least, and two as shipped. */
@Component
public final class AccessRetention implements RetentionSource {
    private static final TextBundle TEXTS = TextBundle.of(AccessRetention.class);

    private final AccessRepository entries = new AccessRepository();
    private final PrivacyStore store;

    @Activate
    public AccessRetention(@Reference PrivacyStore store) {
        this.store = store;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(new RetentionRule(
                "privacy.access-log",
                "access",
                TEXTS.text("retention.access-log"),
                TEXTS.text("retention.access-log.from"),
                RetentionRule.Action.DELETE,
                Period.ofMonths(24),
                Period.ofMonths(12),
                "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 53/2022/NĐ-CP, Điều 27"));
    }

    @Override
    public long due(String rule, Scope scope) {
        return store.read(handle -> entries.countBefore(handle, scope.before()));
    }

    @Override
    public int apply(Handle transaction, String rule, Scope scope, int most) {
        return entries.deleteBefore(transaction, scope.before(), most);
    }
}

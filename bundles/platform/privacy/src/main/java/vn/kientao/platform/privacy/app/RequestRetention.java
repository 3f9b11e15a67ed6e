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
import vn.kientao.platform.privacy.store.PrivacyStore;
import vn.kientao.platform.privacy.store.RequestWriter;

/** Requests that were answered long ago no longer tell whose they were; that they were answered, and how, stays. */
@Component
public final class RequestRetention implements RetentionSource {
    private static final TextBundle TEXTS = TextBundle.of(RequestRetention.class);

    private final PrivacyStore store;
    private final RequestWriter writer = new RequestWriter();

    @Activate
    public RequestRetention(@Reference PrivacyStore store) {
        this.store = store;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(new RetentionRule(
                "privacy.requests",
                "data-request",
                TEXTS.text("retention.requests"),
                TEXTS.text("retention.requests.from"),
                RetentionRule.Action.ANONYMISE,
                Period.ofYears(5),
                Period.ofYears(1),
                "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Luật Lưu trữ 33/2024/QH15"));
    }

    @Override
    public long due(String rule, Scope scope) {
        return store.read(handle -> writer.countAnswered(handle, scope.before(), scope.held()));
    }

    @Override
    public int apply(Handle transaction, String rule, Scope scope, int most) {
        return writer.anonymise(transaction, scope.before(), scope.held(), most);
    }
}

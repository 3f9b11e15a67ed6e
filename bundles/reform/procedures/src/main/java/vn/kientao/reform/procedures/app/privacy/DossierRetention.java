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
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.OldDossiers;
import vn.kientao.reform.procedures.store.privacy.OldDossiers.Part;
import vn.kientao.reform.procedures.store.privacy.PersonalDossiers;

/** Two years after its end a dossier no longer tells how to reach the applicant, and ten years after it no longer who it was. */
@Component
public final class DossierRetention implements RetentionSource {
    static final String CONTACT = "procedures.contact";
    static final String IDENTITY = "procedures.identity";

    private static final TextBundle TEXTS = TextBundle.of(DossierRetention.class);
    private static final String BASIS = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 14; Luật Lưu trữ 33/2024/QH15";
    private static final Map<String, Part> PARTS = Map.of(CONTACT, Part.CONTACT, IDENTITY, Part.IDENTITY);

    private final Database database;
    private final OldDossiers old = new OldDossiers();
    private final PersonalDossiers dossiers = new PersonalDossiers();
    private final Erasing erasing = new Erasing();

    @Activate
    public DossierRetention(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(
                rule(CONTACT, "privacy.retention.contact", Period.ofYears(2), Period.ZERO),
                rule(IDENTITY, "privacy.retention.identity", Period.ofYears(10), Period.ofYears(2)));
    }

    private static RetentionRule rule(String id, String what, Period standard, Period least) {
        return new RetentionRule(
                id,
                "dossier",
                TEXTS.text(what),
                TEXTS.text("privacy.retention.from"),
                RetentionRule.Action.ANONYMISE,
                standard,
                least,
                BASIS);
    }

    @Override
    public long due(String rule, Scope scope) {
        return database.read(handle -> old.count(handle, part(rule), scope.before(), scope.held()));
    }

    @Override
    public int apply(Handle transaction, String rule, Scope scope, int most) {
        Part part = part(rule);
        List<OldDossiers.Key> keys = old.oldest(transaction, part, scope.before(), scope.held(), most);
        keys.forEach(key -> dossiers.one(transaction, key.agency(), key.code()).ifPresent(dossier -> {
            if (part == Part.CONTACT) {
                erasing.contact(transaction, dossier);
            } else {
                erasing.identity(transaction, dossier);
            }
        }));
        return keys.size();
    }

    /** @throws IllegalArgumentException when there is no such rule here */
    private static Part part(String rule) {
        Part part = PARTS.get(rule);
        if (part == null) {
            throw new IllegalArgumentException("rule " + rule + " (expected: one of " + PARTS.keySet() + ")");
        }
        return part;
    }
}

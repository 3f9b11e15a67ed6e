package vn.kientao.reform.procedures.app.privacy;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.FieldClass;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalField;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.PersonalSubscriptions;

/** Addresses to which e-mails about dossiers go, kept with the consent of whoever asked for them; erased at once when it is
 * withdrawn. */
@Component
public final class SubscriptionPersonalData implements PersonalDataSource {
    /** {@link PersonalDataSource#name}. */
    public static final String NAME = "procedures.subscription";

    private static final TextBundle TEXTS = TextBundle.of(SubscriptionPersonalData.class);
    private static final String BASIS = "Sự đồng ý của người đăng ký: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 9";

    private final Database database;
    private final PersonalSubscriptions subscriptions = new PersonalSubscriptions();

    @Activate
    public SubscriptionPersonalData(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalText title() {
        return TEXTS.text("privacy.subscriptions");
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(new PersonalField(
                "email",
                TEXTS.text("privacy.field.email"),
                FieldClass.BASIC,
                TEXTS.text("privacy.purpose.subscription"),
                BASIS,
                false));
    }

    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        return database.read(handle -> subscriptions.find(handle, agency, subject, most)).stream()
                .map(one -> new PersonalRecord(
                        NAME,
                        "" + one.id(),
                        TEXTS.text("privacy.subscription", one.dossier()),
                        Map.of("email", one.email())))
                .toList();
    }

    @Override
    public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
        return Treatment.kept(TEXTS.text("privacy.subscription.again"));
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        return subscriptions.delete(transaction, agency, record)
                ? Treatment.done()
                : Treatment.kept(TEXTS.text("privacy.gone"));
    }
}

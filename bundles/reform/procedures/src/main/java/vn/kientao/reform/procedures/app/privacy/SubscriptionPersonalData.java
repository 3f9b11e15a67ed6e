package vn.kientao.reform.procedures.app.privacy;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.PersonalSubscriptions;

/** Addresses to which e-mails about dossiers go, kept with the consent of whoever asked for them; erased at once when it is
 * withdrawn. */
@Component(service = PersonalDataSource.class)
public final class SubscriptionPersonalData extends NamedPersonalData {
    /** {@link #name}. */
    public static final String NAME = "procedures.subscription";

    private static final String BASIS = "Sự đồng ý của người đăng ký: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 9";

    private final Database database;
    private final PersonalSubscriptions subscriptions = new PersonalSubscriptions();

    @Activate
    public SubscriptionPersonalData(@Reference Database database, @Reference ProcedureTables tables) {
        super(
                NAME,
                "privacy.subscriptions",
                List.of(field("email", "privacy.field.email", "subscription", BASIS, false)));
        this.database = database;
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
        return subscriptions.delete(transaction, agency, record) ? Treatment.done() : gone();
    }
}

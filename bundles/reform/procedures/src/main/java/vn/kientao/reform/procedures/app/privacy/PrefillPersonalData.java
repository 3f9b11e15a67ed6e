package vn.kientao.reform.procedures.app.privacy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Component;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.Treatment;

/**
 * Forms filled in at home, and their scans. They are sealed with a code that nobody keeps: no agency can find whose one is, its owner deletes it
 * with the code, and it goes by itself after seven days.
 */
@Component(service = PersonalDataSource.class)
public final class PrefillPersonalData extends NamedPersonalData {
    private static final String BASIS =
            "Sự đồng ý của người khai: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 9; Nghị định 61/2018/NĐ-CP, Điều"
                    + " 17";

    public PrefillPersonalData() {
        super(
                "procedures.prefill",
                "privacy.prefills",
                Stream.of(
                                "name",
                                "idNumber",
                                "address",
                                "phone",
                                "email",
                                "ownerName",
                                "ownerAddress",
                                "content",
                                "files")
                        .map(name -> field(name, "privacy.field." + name, "prefill", BASIS, false))
                        .toList());
    }

    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        return List.of();
    }

    @Override
    public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
        return Treatment.kept(TEXTS.text("privacy.prefill.sealed"));
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        return Treatment.kept(TEXTS.text("privacy.prefill.sealed"));
    }
}

package vn.kientao.platform.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.RetentionSource.Scope;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.web.draft.DraftKey;

@OnEachDatabase("web")
class DraftPrivacyTest {
    private static final DraftKey KEY = new DraftKey("account:lan", "STP2", "procedures", "intake");
    private static final DataSubject AN = new DataSubject("Nguyễn Thị An", "", "0913123456", "");

    private final FixedClock clock = FixedClock.at("2026-11-23T10:00");
    private final Database database;
    private final DraftStore drafts;
    private final DraftPrivacy privacy;

    DraftPrivacyTest(Database database) {
        this.database = database;
        drafts = new DraftStore(database, clock);
        privacy = new DraftPrivacy(database, drafts);
    }

    @Test
    void aDraftIsFoundByANumberInItAndErased() {
        drafts.keep(KEY, Map.of("phone", "0913123456"));
        PersonalRecord found = privacy.find("STP2", AN, 10).get(0);
        assertThat(found.values().get("fields")).contains("0913123456");
        assertThat(privacy.find("SNV", AN, 10)).isEmpty();
        assertThat(privacy.find("STP2", new DataSubject("", "", "%", ""), 10)).isEmpty();

        database.write(handle -> privacy.erase(handle, "STP2", found.id()));
        assertThat(drafts.find(KEY)).isEmpty();
    }

    @Test
    void draftsOfLastWeekAreDeleted() {
        drafts.keep(KEY, Map.of("phone", "0913123456"));
        Scope now = new Scope(clock.instant(), Set.of());
        assertThat(privacy.due("web.drafts", now)).isZero();

        Scope later = new Scope(clock.instant().plus(Duration.ofMinutes(1)), Set.of());
        assertThat(privacy.due("web.drafts", later)).isEqualTo(1);
        assertThat(database.<Integer>write(handle -> privacy.apply(handle, "web.drafts", later, 10)))
                .isEqualTo(1);
    }
}

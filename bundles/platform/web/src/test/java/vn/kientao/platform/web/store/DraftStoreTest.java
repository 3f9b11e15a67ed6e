package vn.kientao.platform.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.web.draft.DraftKey;

@OnEachDatabase("web")
class DraftStoreTest {
    private static final DraftKey KEY = new DraftKey("account:lan", "STP2", "procedures", "receive");

    private final FixedClock clock = FixedClock.at("2026-11-23T10:00");
    private final Database database;
    private final DraftStore drafts;

    DraftStoreTest(Database database) {
        this.database = database;
        drafts = new DraftStore(database, clock);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("z", "Đất đai");
        fields.put("a", "hai\ndòng");
        fields.put("empty", "");
        return fields;
    }

    @Test
    void keepsFieldsInTheirOrder() {
        drafts.keep(KEY, fields());

        assertThat(drafts.find(KEY).orElseThrow()).containsExactlyEntriesOf(fields());
    }

    @Test
    void keepsOnlyTheLastStateOfAForm() {
        drafts.keep(KEY, fields());
        drafts.keep(KEY, Map.of("a", "sau"));

        assertThat(drafts.find(KEY)).contains(Map.of("a", "sau"));
    }

    @Test
    void tellsFormsAgenciesModulesAndPeopleApart() {
        drafts.keep(KEY, fields());

        assertThat(drafts.find(new DraftKey("account:minh", "STP2", "procedures", "receive")))
                .isEmpty();
        assertThat(drafts.find(new DraftKey("account:lan", "PAX", "procedures", "receive")))
                .isEmpty();
        assertThat(drafts.find(new DraftKey("account:lan", "STP2", "steering", "receive")))
                .isEmpty();
        assertThat(drafts.find(new DraftKey("account:lan", "STP2", "procedures", "finish")))
                .isEmpty();
    }

    @Test
    void throwsADraftAwayWhenTold() {
        drafts.keep(KEY, fields());
        drafts.discard(KEY);
        drafts.discard(KEY);

        assertThat(drafts.find(KEY)).isEmpty();
    }

    @Test
    void forgetsDraftsAfterSevenDays() {
        drafts.keep(KEY, fields());
        clock.advance(Duration.ofDays(6));
        assertThat(drafts.find(KEY)).isPresent();

        clock.advance(Duration.ofDays(1));
        assertThat(drafts.find(KEY)).isEmpty();

        drafts.keep(new DraftKey("account:lan", "STP2", "procedures", "other"), fields());
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void isThereAfterARestart() {
        drafts.keep(KEY, fields());

        assertThat(new DraftStore(database, clock).find(KEY)).isPresent();
    }

    private int rows() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(form) FROM web.draft")
                .mapTo(Integer.class)
                .one());
    }
}

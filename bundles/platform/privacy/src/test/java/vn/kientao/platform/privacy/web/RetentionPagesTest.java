package vn.kientao.platform.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.privacy.app.TestPrivacy;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class RetentionPagesTest {
    private static final String SET = "POST /admin/retention/rules/{rule}";

    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("privacy");

    private final RecordedRoutes routes = new RecordedRoutes();
    private final Submitted submitted = new Submitted();
    private TestPrivacy privacy;

    @BeforeEach
    void open() {
        privacy = new TestPrivacy(database.database());
        new RetentionPages(privacy.retention, submitted).routes(routes);
    }

    private static FakeRequest post() {
        return FakeRequest.post("admin", "/retention").withPathValue("rule", "trial.letters");
    }

    @Test
    void theDryRunStandsBesideEachRule() {
        Rendered page = Rendered.of(routes.call("GET /admin/retention", FakeRequest.get("admin", "/retention")))
                .keepsTheRules();
        assertThat(page.text("dl")).contains("3 tháng kể từ lúc nhận", "Luật thử, Điều 2", "Chưa thực hiện lần nào");
        assertThat(privacy.letters.kept).hasSize(1);
    }

    @Test
    void anotherPeriodIsSetWithItsLegalBasisAndATooShortOneIsRefused() {
        FakeRequest longer = post().withField("amount", "1")
                .withField("unit", "years")
                .withField("legalBasis", "Quyết định 12/QĐ-UBND");
        assertThat(routes.call(SET, longer)).isInstanceOf(Reply.Redirect.class);
        assertThat(privacy.retention.rule("trial.letters").orElseThrow().period())
                .isEqualTo(Period.ofMonths(12));

        FakeRequest shorter =
                post().withField("amount", "1").withField("unit", "months").withField("legalBasis", "x");
        Reply refused = routes.call(SET, shorter);
        assertThat(((Reply.View) refused).status()).isEqualTo(422);
        assertThat(Rendered.of(refused).keepsTheRules().text(".kt-errors")).contains("2 tháng");
        assertThat(((Reply.View) routes.call(SET, post().withField("amount", "vài"))).status())
                .isEqualTo(422);
        assertThatThrownBy(() -> routes.call(SET, post().withPathValue("rule", "no.rule")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aRunOutOfTurnIsHandedToTheJobs() {
        assertThat(routes.call("POST /admin/retention/run", post())).isInstanceOf(Reply.Redirect.class);
        assertThat(submitted.types).containsExactly("privacy.retention");
    }

    /** Keeps the types of jobs that were handed in. */
    private static final class Submitted implements Jobs {
        final List<String> types = new ArrayList<>();

        @Override
        public long submit(String type, String payload, Optional<String> agency, String account) {
            types.add(type);
            return types.size();
        }

        @Override
        public long submit(String type, String payload, InputStream file, Optional<String> agency, String account) {
            return submit(type, payload, agency, account);
        }

        @Override
        public Optional<JobStatus> find(long id) {
            return Optional.empty();
        }

        @Override
        public List<JobStatus> newest(String type, int limit) {
            return List.of();
        }
    }
}

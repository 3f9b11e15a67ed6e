package vn.kientao.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.jobs.JobPage.JobJson;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.TestDatabase;

class JobPageTest {
    private static final String PATH = "/api/v1/jobs/{id}";

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("jobs");

    private final RecordedRoutes routes = new RecordedRoutes();
    private StoredJobs jobs;
    private long id;

    @BeforeEach
    void submit() {
        jobs = new StoredJobs(
                store.database(),
                store.dataSource(),
                new JobTypes(),
                Clock.systemUTC(),
                "node",
                Duration.ofSeconds(60));
        id = jobs.submit("trial.none", "", Optional.of("STP"), "an");
        new JobPage(jobs).routes(routes);
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void tellsTheOneWhoSubmittedHowFarItIs() {
        JobJson answer = answer(person("an"), Long.toString(id));

        assertThat(answer.id()).isEqualTo(id);
        assertThat(answer.state()).isEqualTo("waiting");
        assertThat(answer.progress()).isZero();
        assertThat(answer.message()).isNotBlank();
    }

    @Test
    void tellsAnAdministrator() {
        Actor administrator = new Actor("root", "Quản trị", Set.of(Permission.ADMINISTER.name()), Map.of());

        assertThat(answer(administrator, Long.toString(id)).id()).isEqualTo(id);
    }

    @Test
    void hidesTheJobsOfOthersAndStrangeNumbers() {
        assertThatThrownBy(() -> answer(person("binh"), Long.toString(id)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        assertThatThrownBy(() -> answer(person("an"), "999999")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> answer(person("an"), "1 OR 1=1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void asksForASignedInReader() {
        assertThat(routes.find("GET", PATH).permission()).isEqualTo(Permission.SIGNED_IN);
    }

    private JobJson answer(Actor actor, String number) {
        FakeRequest request = FakeRequest.get("jobs", "/" + number).by(actor).withPathValue("id", number);
        Reply reply = routes.call("GET", PATH, request);
        assertThat(reply).isInstanceOf(Reply.Json.class);
        return (JobJson) ((Reply.Json) reply).value();
    }

    private static Actor person(String account) {
        return new Actor(account, account, Set.of(), Map.of());
    }
}

package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.store.PostRepository;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class PostsTest {
    private static final Trace TRACE = Trace.system("test");
    private static final RoleGrant ADMINISTRATOR = RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TestSecurity security;
    private final Account lan;
    private String token;

    PostsTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        lan = security.account("lan");
        token = security.signedIn("lan");
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void countsFromTheFirstMinuteOfItsFirstDayToTheLastOfItsLastOne() {
        grant(TODAY.plusDays(1), Optional.of(TODAY.plusDays(1)));
        assertThat(mayKeepStaff()).isFalse();

        // Two seconds before midnight in Viet Nam; what is read now is not read again for five seconds otherwise.
        security.clock.advance(Duration.ofHours(15).minusSeconds(2));
        signInAgain();
        assertThat(mayKeepStaff()).isFalse();
        security.clock.advance(Duration.ofSeconds(2));
        assertThat(mayKeepStaff()).as("midnight").isTrue();

        security.clock.advance(Duration.ofDays(1).minusSeconds(1));
        signInAgain();
        assertThat(mayKeepStaff()).as("last second").isTrue();
        security.clock.advance(Duration.ofSeconds(1));
        assertThat(mayKeepStaff()).as("the day after").isFalse();
        assertThat(security.posts.of(lan.id())).as("history").hasSize(1);
    }

    @Test
    void colleaguesAreThoseWhoHoldARoleInTheAgencyToday() {
        Account an = security.account("an");
        security.grant(lan, RoleGrant.in(Roles.HANDLER, "P-AX"));
        security.grant(lan, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        security.grant(an, RoleGrant.in(Roles.AGENCY_HEAD, "P-AX"));
        security.grant(an, RoleGrant.in(Roles.HANDLER, "X-VL"));

        Map<String, String> handlers = holders(TODAY.plusYears(1), Roles.HANDLER, Roles.DESK_OFFICER);
        assertThat(handlers).containsOnlyKeys("" + lan.id());
        assertThat(holders(TODAY.plusYears(1), Roles.HANDLER, Roles.AGENCY_HEAD))
                .containsOnlyKeys("" + an.id(), "" + lan.id());
        assertThat(holders(TODAY.minusYears(9), Roles.HANDLER)).as("before").isEmpty();
    }

    private Map<String, String> holders(LocalDate day, String... roles) {
        return security.store.read(handle -> new PostRepository().holders(handle, "P-AX", List.of(roles), day, 10));
    }

    @Test
    void oneMayHoldSeveralPostsAndEachGoesByItself() {
        security.grant(lan, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        security.grant(lan, RoleGrant.in(Roles.HANDLER, "P-AX"));
        security.grant(lan, RoleGrant.in(Roles.HANDLER, "X-VL"));
        assertThat(actor().agencies()).containsExactlyInAnyOrder("P-AX", "X-VL");

        Post valley = security.posts.held(lan.id()).get(2);
        assertThat(security.posts.end(lan.id(), valley.id(), Optional.empty(), Mandate.WHOLE, TRACE))
                .isTrue();

        assertThat(actor().agencies()).containsExactly("P-AX");
        assertThat(security.posts.held(lan.id())).hasSize(2);
    }

    @Test
    void keepsWhoGaveAndWhoEndedIt() {
        security.grant(lan, ADMINISTRATOR);
        Post given = security.posts.held(lan.id()).get(0);
        security.clock.advance(Duration.ofHours(1));
        security.posts.end(lan.id(), given.id(), Optional.empty(), Mandate.WHOLE, TRACE);

        Post over = security.posts.of(lan.id()).get(0);
        assertThat(over.grantedBy()).isEqualTo("system:test");
        assertThat(over.grantedAt()).isEqualTo(security.clock.instant().minus(Duration.ofHours(1)));
        assertThat(over.endedBy()).contains("system:test");
        assertThat(over.endedAt()).contains(security.clock.instant());
        assertThat(security.posts.end(lan.id(), given.id(), Optional.empty(), Mandate.WHOLE, TRACE))
                .as("a second time")
                .isFalse();
        security.grant(lan, ADMINISTRATOR);
        assertThat(security.posts.of(lan.id())).as("given once more").hasSize(2);
    }

    @Test
    void tellsTheTrailOfTheAgencyItIsIn() {
        security.grant(lan, ADMINISTRATOR);
        security.posts.end(lan.id(), security.posts.held(lan.id()).get(0).id(), Optional.empty(), Mandate.WHOLE, TRACE);

        assertThat(security.audit.entries())
                .filteredOn(entry -> entry.action().startsWith("security.post-"))
                .extracting(entry -> entry.action() + entry.agency())
                .containsExactly("security.post-grantOptional[P-AX]", "security.post-endOptional[P-AX]");
    }

    @Test
    void givesTheSamePostOnceForTheSameTime() {
        assertThat(grant(TODAY, Optional.of(TODAY.plusDays(9)))).isTrue();
        assertThat(grant(TODAY.plusDays(9), Optional.empty())).isFalse();
        assertThat(grant(TODAY.plusDays(10), Optional.empty())).isTrue();
        assertThat(security.posts.grant(
                        lan.id(),
                        new NewPost(ADMINISTRATOR, "Phòng Văn hoá", TODAY, Optional.empty()),
                        Mandate.WHOLE,
                        TRACE))
                .as("in one of its units")
                .isTrue();
    }

    @Test
    void aLastDayMayBeSetAhead() {
        grant(TODAY, Optional.empty());
        long id = security.posts.held(lan.id()).get(0).id();

        security.posts.end(lan.id(), id, Optional.of(TODAY), Mandate.WHOLE, TRACE);

        assertThat(mayKeepStaff()).isTrue();
        security.clock.advance(Duration.ofHours(15));
        signInAgain();
        assertThat(mayKeepStaff()).isFalse();
    }

    @Test
    void theLastAdministratorMayNotGetALastDay() {
        security.grant(lan, RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR));
        long id = security.posts.held(lan.id()).get(0).id();

        assertThatThrownBy(
                        () -> security.posts.end(lan.id(), id, Optional.of(TODAY.plusYears(1)), Mandate.WHOLE, TRACE))
                .isInstanceOf(LastAdministratorException.class);
    }

    @Test
    void anotherIdTakesThePlaceOfTheSessionsWhenPostsChange() {
        String csrf = security.sessions.find(token).orElseThrow().csrfToken();
        assertThat(security.sessions.renewal(token)).as("before").isEmpty();
        security.grant(lan, ADMINISTRATOR);

        security.sessions.find(token);
        Sessions.Renewal renewal = security.sessions.renewal(token).orElseThrow();

        assertThat(renewal.token()).isNotEqualTo(token);
        assertThat(renewal.left()).isEqualTo(Duration.ofHours(12));
        assertThat(security.sessions.find(renewal.token()))
                .hasValueSatisfying(session -> assertThat(session.csrfToken())
                        .as("forms that are open stay good")
                        .isEqualTo(csrf));
        assertThat(security.sessions.find(token)).as("what was under way").isPresent();
        assertThat(security.sessions.renewal(token))
                .as("when the answer was lost")
                .contains(renewal);
        assertThat(security.sessions.renewal(renewal.token())).isEmpty();
        assertThat(security.sessions.of(lan.id())).hasSize(1);

        security.clock.advance(Duration.ofSeconds(31));
        assertThat(security.sessions.find(token)).as("the old one").isEmpty();
        assertThat(security.sessions.find(renewal.token())).isPresent();
    }

    private boolean grant(LocalDate from, Optional<LocalDate> to) {
        return security.posts.grant(lan.id(), new NewPost(ADMINISTRATOR, "", from, to), Mandate.WHOLE, TRACE);
    }

    private boolean mayKeepStaff() {
        return actor().can(Permission.STAFF, "P-AX");
    }

    private void signInAgain() {
        token = security.signedIn("lan");
    }

    private Actor actor() {
        return security.sessions.find(token).orElseThrow().actor();
    }
}

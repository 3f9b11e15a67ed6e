package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.Jurisdiction;
import vn.kientao.platform.security.domain.KnownRoles;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.testing.OnEachDatabase;

/** Nobody gives, takes or takes over more than the own level has. */
@OnEachDatabase("security")
class MandatesTest {
    private static final Trace TRACE = Trace.system("test");
    private static final String UNIT = "Phòng Tư pháp";

    private final TestSecurity security;
    private final Account agencyAdministrator;
    private final Account unitAdministrator;
    private final Account lan;

    MandatesTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        agencyAdministrator = security.account("quantri.p-ax");
        give(agencyAdministrator, RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX"), "");
        unitAdministrator = security.account("tuphap.p-ax");
        give(unitAdministrator, RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX"), UNIT);
        lan = security.account("lan");
        give(lan, RoleGrant.in(Roles.HANDLER, "P-AX"), UNIT);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void anAgencyAdministratorGivesTheRolesOfTheAgencyThereAndNothingElse() {
        List<String> given = attempts(agencyAdministrator);

        assertThat(given)
                .containsExactlyInAnyOrder(
                        "desk-officer P-AX/",
                        "handler P-AX/",
                        "agency-head P-AX/",
                        "coordinator P-AX/",
                        "inspector P-AX/",
                        "desk-officer P-AX/" + UNIT,
                        "agency-head P-AX/" + UNIT,
                        "coordinator P-AX/" + UNIT,
                        "inspector P-AX/" + UNIT);
    }

    @Test
    void aUnitAdministratorGivesThoseOfTheUnitOnly() {
        assertThat(attempts(unitAdministrator))
                .containsExactlyInAnyOrder("desk-officer P-AX/" + UNIT, "coordinator P-AX/" + UNIT);
    }

    @Test
    void whoKeepsTwoUnitsIsOfferedTheRolesOfUnits() {
        give(unitAdministrator, RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX"), "Phòng Văn hoá");
        Jurisdiction two = security.mandates.jurisdiction(unitAdministrator.id());

        assertThat(KnownRoles.all().stream().filter(role -> security.mandates.offers(two, role, "P-AX")))
                .containsExactlyInAnyOrder(Roles.DESK_OFFICER, Roles.HANDLER, Roles.COORDINATOR);
        assertThat(two.onlyUnit("P-AX")).isEmpty();
        assertThat(KnownRoles.all().stream().filter(role -> security.mandates.offers(two, role, "X-VL")))
                .isEmpty();
    }

    @Test
    void nobodyElseGivesAnything() {
        for (String role : KnownRoles.all()) {
            if (!role.equals(Roles.PLATFORM_ADMINISTRATOR) && !role.equals(Roles.AGENCY_ADMINISTRATOR)) {
                Account holder = security.account("holder-" + role);
                give(holder, RoleGrant.in(role, "P-AX"), "");
                give(holder, RoleGrant.everywhere(role), "");
                assertThat(attempts(holder)).as(role).isEmpty();
            }
        }
    }

    @Test
    void anAdministratorWhosePostIsOverGivesNothingAnyMore() {
        long post = security.posts.held(agencyAdministrator.id()).get(0).id();
        security.posts.end(agencyAdministrator.id(), post, Optional.empty(), Mandate.WHOLE, TRACE);

        assertThat(attempts(agencyAdministrator)).isEmpty();
    }

    @Test
    void aPlatformAdministratorGivesEverything() {
        Account root = security.account("root");
        give(root, RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR), "");

        // Eleven roles at five places; one of those posts lan holds already.
        assertThat(attempts(root)).hasSize(KnownRoles.all().size() * 5 - 1);
    }

    @Test
    void administratorsOfAgenciesNameOthersWhereThatIsConfigured() {
        Mandates generous = new Mandates(security.store, security.clock, true);
        NewPost post = NewPost.since(security.posts.today(), RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX"));

        assertThat(security.posts.grant(lan.id(), post, generous.of(agencyAdministrator.id()), TRACE))
                .isTrue();
        assertThatThrownBy(() -> security.posts.grant(
                        security.account("other").id(), post, generous.of(unitAdministrator.id()), TRACE))
                .isInstanceOf(Mandate.BeyondMandateException.class);
    }

    @Test
    void nobodyChangesTheOwnAccount() {
        NewPost post = NewPost.since(security.posts.today(), RoleGrant.in(Roles.HANDLER, "P-AX"));
        Mandate own = security.mandates.of(agencyAdministrator.id());
        long id = agencyAdministrator.id();

        refused("staff.refused.self", () -> security.posts.grant(id, post, own, TRACE));
        refused("staff.refused.self", () -> security.accounts.disable(id, true, own, TRACE));
        refused("staff.refused.self", () -> security.accounts.reset(id, own, TRACE));
        refused("staff.refused.self", () -> security.accounts.endSessions(id, own, TRACE));
        long held = security.posts.held(id).get(0).id();
        refused("staff.refused.self", () -> security.posts.end(id, held, Optional.empty(), own, TRACE));
    }

    @Test
    void anAccountWithAPostElsewhereIsNotTakenOver() {
        Mandate mandate = security.mandates.of(agencyAdministrator.id());
        assertThat(security.accounts.reset(lan.id(), mandate, TRACE)).isNotEmpty();
        assertThat(security.accounts.disable(lan.id(), true, mandate, TRACE)).isTrue();
        assertThat(security.accounts.disable(lan.id(), false, mandate, TRACE)).isTrue();

        for (RoleGrant beyond : List.of(
                RoleGrant.in(Roles.HANDLER, "X-VL"),
                RoleGrant.everywhere(Roles.AUDITOR),
                RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR),
                RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX"))) {
            Account victim = security.account("victim-" + beyond.role());
            give(victim, RoleGrant.in(Roles.HANDLER, "P-AX"), "");
            give(victim, beyond, "");
            refused("staff.refused.account", () -> security.accounts.reset(victim.id(), mandate, TRACE));
            refused("staff.refused.account", () -> security.accounts.disable(victim.id(), true, mandate, TRACE));
            refused("staff.refused.account", () -> security.accounts.endSessions(victim.id(), mandate, TRACE));
            assertThat(security.signedIn(victim.login()))
                    .as("still the own password")
                    .isNotEmpty();
        }
        Account nobodys = security.account("nobodys");
        refused("staff.refused.account", () -> security.accounts.reset(nobodys.id(), mandate, TRACE));
    }

    @Test
    void endsOnlyWhatItCouldGive() {
        give(lan, RoleGrant.everywhere(Roles.AUDITOR), "");
        Mandate mandate = security.mandates.of(unitAdministrator.id());
        long handler = security.posts.held(lan.id()).get(0).id();
        long auditor = security.posts.held(lan.id()).get(1).id();

        refused("staff.refused.agency", () -> security.posts.end(lan.id(), auditor, Optional.empty(), mandate, TRACE));
        assertThat(security.posts.end(lan.id(), handler, Optional.empty(), mandate, TRACE))
                .isTrue();
    }

    @Test
    void newAccountsComeWithAPostOfTheLevel() {
        Mandate mandate = security.mandates.of(unitAdministrator.id());
        NewPost beyond = NewPost.since(security.posts.today(), RoleGrant.in(Roles.HANDLER, "P-AX"));
        NewPost within = new NewPost(beyond.grant(), UNIT, security.posts.today(), Optional.empty());

        refused("staff.refused.unit", () -> security.hiring.hire("moi", "Người Mới", beyond, mandate, TRACE));
        assertThat(security.accounts.byLogin("moi")).as("nothing of it remains").isEmpty();

        Hiring.Hired hired =
                security.hiring.hire("moi", "Người Mới", within, mandate, TRACE).orElseThrow();
        assertThat(security.posts.held(hired.account())).hasSize(1);
        assertThat(security.hiring.hire("moi", "Khác", within, mandate, TRACE)).isEmpty();
        assertThat(hired.toString()).doesNotContain(hired.secret());
    }

    /** Every role at every kind of place, tried on lan; what was given. */
    private List<String> attempts(Account by) {
        Mandate mandate = security.mandates.of(by.id());
        List<String> given = new ArrayList<>();
        for (String role : KnownRoles.all()) {
            for (String place : List.of("P-AX/", "P-AX/" + UNIT, "X-VL/", "X-VL/" + UNIT, "/")) {
                String agency = place.substring(0, place.indexOf('/'));
                String unit = place.substring(place.indexOf('/') + 1);
                RoleGrant grant = agency.isEmpty() ? RoleGrant.everywhere(role) : RoleGrant.in(role, agency);
                NewPost post = new NewPost(grant, unit, security.posts.today(), Optional.empty());
                try {
                    if (security.posts.grant(lan.id(), post, mandate, TRACE)) {
                        given.add(role + " " + place);
                    }
                } catch (Mandate.BeyondMandateException e) {
                    assertThat(e.textKey()).startsWith("staff.refused.");
                }
            }
        }
        return given;
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Mandate.BeyondMandateException.class,
                        e -> assertThat(e.textKey()).isEqualTo(key));
    }

    private void give(Account account, RoleGrant grant, String unit) {
        NewPost post = new NewPost(grant, unit, security.posts.today(), Optional.empty());
        security.posts.grant(account.id(), post, Mandate.WHOLE, TRACE);
    }
}

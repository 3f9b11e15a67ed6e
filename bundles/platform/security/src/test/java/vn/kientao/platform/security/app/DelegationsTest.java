package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.NewDelegation;
import vn.kientao.platform.security.domain.NewDelegation.Fault;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.store.RoleRepository;
import vn.kientao.platform.security.store.RoleRepository.RolePermission;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class DelegationsTest {
    private static final Trace TRACE = Trace.system("test");
    private static final Permission RECEIVE = new Permission("procedures.receive");
    private static final Permission PROCESS = new Permission("procedures.process");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TestSecurity security;
    private final Account lan;
    private final Account binh;
    private final Post desk;
    private String token;

    DelegationsTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        security.store.write(handle -> new RoleRepository()
                .replace(
                        handle,
                        "procedures",
                        Set.of(
                                new RolePermission(Roles.DESK_OFFICER, RECEIVE.name()),
                                new RolePermission(Roles.HANDLER, PROCESS.name()),
                                // A module cannot lend what belongs to the platform.
                                new RolePermission(Roles.DESK_OFFICER, "platform.staff"))));
        lan = security.account("lan");
        security.grant(lan, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        desk = security.posts.held(lan.id()).get(0);
        binh = security.account("binh");
        security.grant(binh, RoleGrant.in(Roles.HANDLER, "P-AX"));
        token = security.signedIn("binh");
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void theDelegateActsWithWhatWasLentAndIsKnownToActForSomebody() {
        lend(TODAY, TODAY.plusDays(2));
        assertThat(actor().can(RECEIVE, "P-AX")).as("before switching").isFalse();

        assertThat(act()).isTrue();

        Actor acting = actor();
        assertThat(acting.account()).isEqualTo(id(binh));
        assertThat(acting.actingFor()).contains(id(lan));
        assertThat(acting.can(RECEIVE, "P-AX")).isTrue();
        assertThat(acting.can(PROCESS, "P-AX"))
                .as("the own post rests meanwhile")
                .isFalse();
        assertThat(acting.can(Permission.STAFF, "P-AX")).isFalse();
        assertThat(acting.agencies()).containsExactly("P-AX");

        security.delegations.actAsOneself(token, binh.id(), TRACE);
        assertThat(actor().actingFor()).isEmpty();
        assertThat(actor().can(PROCESS, "P-AX")).isTrue();
    }

    @Test
    void endsByItselfAfterItsLastDay() {
        lend(TODAY, TODAY);
        act();
        security.clock.advance(Duration.ofMinutes(90));
        assertThat(actor().actingFor()).contains(id(lan));

        security.clock.advance(Duration.ofHours(14));
        token = security.signedIn("binh");

        assertThat(security.delegations.open(binh.id())).isEmpty();
        assertThat(act()).isFalse();
    }

    @Test
    void endsForSessionsThatAreOpenAtMidnight() {
        lend(TODAY, TODAY);
        security.clock.advance(Duration.ofHours(15).minusSeconds(2));
        token = security.signedIn("binh");
        act();
        assertThat(actor().actingFor()).contains(id(lan));

        security.clock.advance(Duration.ofSeconds(2));

        assertThat(actor().actingFor()).isEmpty();
        assertThat(actor().can(PROCESS, "P-AX")).isTrue();
    }

    @Test
    void isTakenBackAtOnceByWhoeverLentItAndNobodyElse() {
        long delegation = lend(TODAY, TODAY.plusDays(2));
        act();

        assertThat(security.delegations.takeBack(binh.id(), delegation, TRACE)).isFalse();
        assertThat(actor().actingFor()).isPresent();
        assertThat(security.delegations.takeBack(lan.id(), delegation, TRACE)).isTrue();
        assertThat(actor().actingFor()).isEmpty();
        assertThat(security.delegations.takeBack(lan.id(), delegation, TRACE)).isFalse();
    }

    @Test
    void lapsesWithThePostTheHolderAndTheDelegatesOwnPost() {
        lend(TODAY, TODAY.plusDays(2));
        act();
        security.accounts.disable(lan.id(), true, TRACE);
        assertThat(actor().actingFor()).as("holder locked out").isEmpty();
        security.accounts.disable(lan.id(), false, TRACE);
        assertThat(actor().actingFor()).isPresent();

        long own = security.posts.held(binh.id()).get(0).id();
        security.posts.end(binh.id(), own, Optional.empty(), Mandate.WHOLE, TRACE);
        assertThat(actor().actingFor()).as("left the agency").isEmpty();
        security.grant(binh, RoleGrant.in(Roles.HANDLER, "P-AX"));
        assertThat(actor().actingFor()).isPresent();

        security.posts.end(lan.id(), desk.id(), Optional.empty(), Mandate.WHOLE, TRACE);
        assertThat(actor().actingFor()).as("nothing left to lend").isEmpty();
    }

    @Test
    void cannotBePassedOnBecauseOnlyOwnPostsAreLent() {
        lend(TODAY, TODAY.plusDays(2));
        Account third = security.account("third");
        security.grant(third, RoleGrant.in(Roles.HANDLER, "P-AX"));

        assertThat(security.delegations.lend(binh.id(), wanted(desk.id(), third.id(), TODAY, TODAY), TRACE))
                .contains(new Fault("post", "delegations.post-unknown"));
    }

    @Test
    void powerOverPeopleAndPostsOutsideAnAgencyAreNotLent() {
        for (RoleGrant grant : Set.of(
                RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX"),
                RoleGrant.in(Roles.AUDITOR, "P-AX"),
                RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR),
                RoleGrant.everywhere(Roles.STANDING_OFFICE))) {
            Account holder = security.account("holder-" + grant.role());
            security.grant(holder, grant);
            long post = security.posts.held(holder.id()).get(0).id();

            assertThat(security.delegations.lend(holder.id(), wanted(post, binh.id(), TODAY, TODAY), TRACE))
                    .as(grant.toString())
                    .contains(new Fault("post", "delegations.not-lent"));
        }
    }

    @Test
    void goesToColleaguesOfTheSameAgencyOnly() {
        Account valley = security.account("valley");
        security.grant(valley, RoleGrant.in(Roles.HANDLER, "X-VL"));
        Account locked = security.account("locked");
        security.grant(locked, RoleGrant.in(Roles.HANDLER, "P-AX"));
        security.accounts.disable(locked.id(), true, TRACE);

        for (long other : new long[] {valley.id(), locked.id(), lan.id(), 999}) {
            assertThat(security.delegations.lend(lan.id(), wanted(desk.id(), other, TODAY, TODAY), TRACE))
                    .contains(new Fault("delegate", "delegations.no-colleague"));
        }
        assertThat(security.delegations.colleagues(lan.id(), "P-AX"))
                .extracting(Account::login)
                .containsExactly("binh");
    }

    @Test
    void saysWhatIsWrongWithItsDays() {
        assertThat(fault(TODAY.minusDays(1), TODAY)).isEqualTo("delegations.from-past");
        assertThat(fault(TODAY, TODAY.minusDays(1))).isEqualTo("delegations.to-before-from");
        assertThat(fault(TODAY, TODAY.plusDays(366))).isEqualTo("delegations.too-long");
        lend(TODAY.plusDays(3), TODAY.plusDays(5));
        assertThat(fault(TODAY.plusDays(5), TODAY.plusDays(6))).isEqualTo("delegations.overlaps");
        security.posts.end(lan.id(), desk.id(), Optional.of(TODAY.plusDays(9)), Mandate.WHOLE, TRACE);
        assertThat(fault(TODAY.plusDays(6), TODAY.plusDays(10))).isEqualTo("delegations.beyond-post");
    }

    private String fault(LocalDate from, LocalDate to) {
        return security.delegations
                .lend(lan.id(), wanted(desk.id(), binh.id(), from, to), TRACE)
                .map(Fault::textKey)
                .orElse("none");
    }

    private long lend(LocalDate from, LocalDate to) {
        assertThat(security.delegations.lend(lan.id(), wanted(desk.id(), binh.id(), from, to), TRACE))
                .isEmpty();
        return security.delegations.by(lan.id()).get(0).id();
    }

    private boolean act() {
        return security.delegations.by(lan.id()).stream()
                .anyMatch(one -> security.delegations.act(token, binh.id(), one.id(), TRACE));
    }

    private static NewDelegation wanted(long post, long delegate, LocalDate from, LocalDate to) {
        return new NewDelegation(post, delegate, from, to, "nghỉ phép");
    }

    private Actor actor() {
        return security.sessions.find(token).orElseThrow().actor();
    }

    private static String id(Account account) {
        return String.valueOf(account.id());
    }
}

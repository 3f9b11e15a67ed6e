package vn.kientao.platform.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.app.TestSecurity;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.store.TokenRepository.StoredToken;
import vn.kientao.platform.security.token.AccessTokens.Wanted;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class AccessTokensTest {
    private static final Trace TRACE = Trace.system("test");
    private static final Permission READ = new Permission("tasks.read");
    private static final Permission EDIT = new Permission("tasks.edit");

    private final TestSecurity security;
    private final AccessTokens tokens;

    AccessTokensTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        tokens = security.tokens;
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void actsForItsOwnerWithinItsScopeAsLongAsTheOwnerMay() {
        Account root = security.account("root");
        security.grant(root, RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR));
        String token = made(root, Set.of(Permission.ADMINISTER.name()), Optional.empty());

        assertThat(token).matches("kt_[A-Za-z0-9_-]{43}");
        Actor actor = tokens.find(token).orElseThrow().actor();
        assertThat(actor.account()).isEqualTo(String.valueOf(root.id()));
        assertThat(actor.canEverywhere(Permission.ADMINISTER)).isTrue();
        assertThat(actor.canEverywhere(Permission.CATALOGUE)).isFalse();
        security.policy.required = true;
        security.clock.advance(Duration.ofSeconds(6));
        assertThat(tokens.find(token).orElseThrow().actor().canEverywhere(Permission.ADMINISTER))
                .isFalse();
    }

    @Test
    void isCutDownToItsScopesAndItsAgency() {
        Actor owner = new Actor(
                "7", "Lan", Set.of("tasks.read"), Map.of("P-AX", Set.of("tasks.edit"), "X-VL", Set.of("tasks.edit")));

        Actor reader = TokenScope.cut(owner, Set.of("tasks.read"), Optional.empty());
        assertThat(reader.can(READ, "X-VL")).isTrue();
        assertThat(reader.can(EDIT, "P-AX")).isFalse();
        Actor there = TokenScope.cut(owner, Set.of("tasks.read", "tasks.edit", "tasks.purge"), Optional.of("P-AX"));
        assertThat(there.can(READ, "P-AX")).isTrue();
        assertThat(there.can(EDIT, "P-AX")).isTrue();
        assertThat(there.can(READ, "X-VL")).isFalse();
        assertThat(there.can(new Permission("tasks.purge"), "P-AX")).isFalse();
    }

    @Test
    void endsWhenItExpiresWhenItIsRevokedAndWhenItsOwnerIsDisabled() {
        security.grant(security.account("root"), RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR));
        Account lan = security.account("lan");
        String expiring = made(lan, Set.of("a.read"), Optional.empty());
        assertThat(tokens.find(expiring)).isPresent();
        security.clock.advance(Duration.ofDays(30));
        assertThat(tokens.find(expiring)).isEmpty();

        String revoked = made(lan, Set.of("a.read"), Optional.empty());
        assertThat(tokens.find(revoked)).isPresent();
        StoredToken stored = tokens.of(lan.id()).get(1);
        assertThat(tokens.revoke(lan.id() + 1, stored.id(), TRACE)).isFalse();
        assertThat(tokens.revoke(lan.id(), stored.id(), TRACE)).isTrue();
        assertThat(tokens.find(revoked)).isEmpty();

        String orphan = made(lan, Set.of("a.read"), Optional.empty());
        security.accounts.disable(lan.id(), true, TRACE);
        assertThat(tokens.find(orphan)).isEmpty();
    }

    @Test
    void tellsWhenItWasUsedLastAndKeepsNothingButItsHash() {
        Account lan = security.account("lan");
        String token = made(lan, Set.of("a.read", "b.edit"), Optional.of("P-AX"));
        assertThat(tokens.of(lan.id()).get(0).used()).isFalse();

        security.clock.advance(Duration.ofMinutes(2));
        tokens.find(token);

        StoredToken stored =
                tokens.before(security.clock.instant().plusSeconds(1), 10).get(0);
        assertThat(stored.usedAt()).isEqualTo(security.clock.instant());
        assertThat(stored.scopes()).containsExactlyInAnyOrder("a.read", "b.edit");
        assertThat(stored.agency()).contains("P-AX");
        assertThat(stored.toString()).doesNotContain(token.substring(3));
        assertThat(tokens.find("kt_" + "x".repeat(43))).isEmpty();
        assertThat(tokens.find("not one of ours")).isEmpty();
    }

    @Test
    void lastsAYearAtMost() {
        assertThatThrownBy(() -> new Wanted("x", Set.of("a.read"), Optional.empty(), Duration.ofDays(367)))
                .hasMessageContaining("expected: up to");
    }

    private String made(Account owner, Set<String> scopes, Optional<String> agency) {
        return tokens.create(owner.id(), new Wanted("kho dữ liệu", scopes, agency, Duration.ofDays(30)), TRACE);
    }
}

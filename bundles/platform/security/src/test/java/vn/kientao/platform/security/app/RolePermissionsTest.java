package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleManifest.DeclaredPermission;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class RolePermissionsTest {
    private static final Permission READ = new Permission("procedures.read");
    private static final Permission RECEIVE = new Permission("procedures.receive");
    private static final Permission FINISH = new Permission("procedures.finish");

    private final TestSecurity security;
    private final RolePermissions gate;
    private final String token;

    RolePermissionsTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        gate = new RolePermissions(security.store, security.sessions);
        security.grant(security.account("lan"), RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        token = security.signedIn("lan");
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void givesARoleWhatALiveReleaseSaysInTheAgencyOfTheGrantOnly() {
        gate.admit(release("1.0.0", permission(READ), permission(RECEIVE)));

        assertThat(lan().can(RECEIVE, "P-AX")).isTrue();
        assertThat(lan().can(RECEIVE, "X-VL")).isFalse();
        assertThat(lan().canEverywhere(RECEIVE)).isFalse();
        assertThat(lan().can(FINISH, "P-AX")).isFalse();
    }

    @Test
    void joinsWhatTwoLiveReleasesSayUntilOneIsForgotten() {
        Release old = release("1.0.0", permission(RECEIVE));
        Release next = release("1.1.0", permission(FINISH));
        gate.admit(old);
        gate.admit(next);
        assertThat(lan().can(RECEIVE, "P-AX")).isTrue();
        assertThat(lan().can(FINISH, "P-AX")).isTrue();

        gate.forget(old);

        assertThat(lan().can(RECEIVE, "P-AX")).isFalse();
        assertThat(lan().can(FINISH, "P-AX")).isTrue();
    }

    @Test
    void goesBackToTheLiveReleaseWhenTheNextOneIsRefused() {
        gate.admit(release("1.0.0", permission(RECEIVE)));
        Release bad = release("1.1.0", permission(FINISH));
        gate.admit(bad);
        gate.forget(bad);

        assertThat(lan().can(RECEIVE, "P-AX")).isTrue();
        assertThat(lan().can(FINISH, "P-AX")).isFalse();
    }

    @Test
    void remembersPermissionsOfAModuleThatIsNotUp() {
        Release only = release("1.0.0", permission(RECEIVE));
        gate.admit(only);
        gate.forget(only);

        new RolePermissions(security.store, security.sessions);
        assertThat(lan().can(RECEIVE, "P-AX")).isTrue();
    }

    @Test
    void letsThePlatformAdministratorLookButNotAct() {
        gate.admit(release("1.0.0", permission(READ), permission(RECEIVE)));
        security.grant(security.account("root"), RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR));

        Actor root =
                security.sessions.find(security.signedIn("root")).orElseThrow().actor();
        assertThat(root.canEverywhere(Permission.ADMINISTER)).isTrue();
        assertThat(root.can(READ, "P-AX")).isTrue();
        assertThat(root.can(RECEIVE, "P-AX")).isFalse();
    }

    private Actor lan() {
        return security.sessions.find(token).orElseThrow().actor();
    }

    private static DeclaredPermission permission(Permission permission) {
        return new DeclaredPermission(permission, Set.of(Roles.DESK_OFFICER));
    }

    private static Release release(String version, DeclaredPermission... permissions) {
        return new DeclaringRelease(new ModuleManifest(
                new ModuleId("procedures"),
                new Version(version),
                LocalText.same("procedures"),
                LocalText.same(""),
                Set.of(),
                new VersionRange("[1.0,2)"),
                List.of(permissions),
                List.of()));
    }

    /** A release that only says what it declares. */
    private record DeclaringRelease(ModuleManifest manifest) implements Release {
        @Override
        public Bundle bundle() {
            throw new UnsupportedOperationException("no framework here");
        }

        @Override
        public <S> List<S> services(Class<S> type) {
            return List.of();
        }
    }
}

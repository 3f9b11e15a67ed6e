package vn.kientao.platform.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.security.domain.RoleGrant;

/** Who holds which role in {@code security.role_grant}, and what roles may do in {@code security.role_permission}. */
public final class RoleRepository {

    /** The roles of an account, in order of role and agency. */
    public List<RoleGrant> grants(Handle handle, long account) {
        return handle.createQuery("""
                SELECT role, agency
                  FROM security.role_grant
                 WHERE account = :account
                 ORDER BY role, agency
                """)
                .bind("account", account)
                .map((row, context) -> grant(row))
                .list();
    }

    /** Adds the grant; nothing happens when it is there. */
    public boolean grant(Handle handle, long account, RoleGrant grant, String by, Instant at) {
        if (grants(handle, account).contains(grant)) {
            return false;
        }
        handle.createUpdate("""
                INSERT INTO security.role_grant (account, role, agency, granted_at, granted_by)
                VALUES (:account, :role, :agency, :at, :by)
                """)
                .bind("account", account)
                .bind("role", grant.role())
                .bind("agency", grant.agency().orElse(""))
                .bind("at", SecurityStore.utc(at))
                .bind("by", by)
                .execute();
        return true;
    }

    public boolean revoke(Handle handle, long account, RoleGrant grant) {
        return handle.createUpdate("""
                DELETE FROM security.role_grant
                 WHERE account = :account AND role = :role AND agency = :agency
                """)
                        .bind("account", account)
                        .bind("role", grant.role())
                        .bind("agency", grant.agency().orElse(""))
                        .execute()
                > 0;
    }

    /** Ids of the accounts that may sign in and hold the role everywhere. */
    public List<Long> holdersEverywhere(Handle handle, String role) {
        return handle.createQuery("""
                SELECT g.account
                  FROM security.role_grant g
                  JOIN security.account a ON a.id = g.account
                 WHERE g.role = :role AND g.agency = '' AND a.disabled = FALSE
                 ORDER BY g.account
                """).bind("role", role).mapTo(Long.class).list();
    }

    /** What every role may do, over all modules. */
    public List<RolePermission> permissions(Handle handle) {
        return handle.createQuery("""
                SELECT role, permission
                  FROM security.role_permission
                """)
                .map((row, context) -> new RolePermission(row.getString("role"), row.getString("permission")))
                .list();
    }

    /** Makes {@code wanted} all that roles may do in the module; tells whether that was new. */
    public boolean replace(Handle handle, String module, Set<RolePermission> wanted) {
        Set<RolePermission> present = new HashSet<>(handle.createQuery("""
                SELECT role, permission
                  FROM security.role_permission
                 WHERE module = :module
                """)
                .bind("module", module)
                .map((row, context) -> new RolePermission(row.getString("role"), row.getString("permission")))
                .list());
        if (present.equals(wanted)) {
            return false;
        }
        handle.createUpdate("""
                DELETE FROM security.role_permission
                 WHERE module = :module
                """).bind("module", module).execute();
        wanted.forEach(one -> handle.createUpdate("""
                INSERT INTO security.role_permission (module, role, permission)
                VALUES (:module, :role, :permission)
                """)
                .bind("module", module)
                .bind("role", one.role())
                .bind("permission", one.permission())
                .execute());
        return true;
    }

    private static RoleGrant grant(ResultSet row) throws SQLException {
        return new RoleGrant(
                row.getString("role"), Optional.of(row.getString("agency")).filter(agency -> !agency.isEmpty()));
    }

    /** A role and the name of one permission it carries. */
    public record RolePermission(String role, String permission) {}
}

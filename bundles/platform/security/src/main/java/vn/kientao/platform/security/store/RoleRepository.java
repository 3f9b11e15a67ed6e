package vn.kientao.platform.security.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;

/**
 * What roles may do in {@code security.role_permission}, and what that is in words in {@code security.permission}. A
 * permission is there under the empty role, too, whoever carries it.
 */
public final class RoleRepository {

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

    /** What the permissions of every module let people do, in order of module and name. */
    public List<PermissionWords> words(Handle handle) {
        return handle.createQuery("""
                SELECT module, permission, vi, en
                  FROM security.permission
                 ORDER BY module, permission
                """)
                .map((row, context) -> new PermissionWords(
                        row.getString("module"),
                        row.getString("permission"),
                        new LocalText(row.getString("vi"), row.getString("en"))))
                .list();
    }

    /** Makes these all permissions of the module, in words; tells whether that was new. */
    public boolean replaceWords(Handle handle, String module, Set<PermissionWords> wanted) {
        Set<PermissionWords> present = words(handle).stream()
                .filter(one -> one.module().equals(module))
                .collect(Collectors.toSet());
        if (present.equals(wanted)) {
            return false;
        }
        handle.createUpdate("""
                DELETE FROM security.permission
                 WHERE module = :module
                """).bind("module", module).execute();
        wanted.forEach(one -> handle.createUpdate("""
                INSERT INTO security.permission (module, permission, vi, en)
                VALUES (:module, :permission, :vi, :en)
                """)
                .bind("module", module)
                .bind("permission", one.permission())
                .bind("vi", one.words().vi())
                .bind("en", one.words().en())
                .execute());
        return true;
    }

    /** What a permission of a module lets people do. */
    public record PermissionWords(String module, String permission, LocalText words) {}

    /** A role and the name of one permission it carries. */
    public record RolePermission(String role, String permission) {}
}

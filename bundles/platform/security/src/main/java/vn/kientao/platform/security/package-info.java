/**
 * Who is at the door and what they may do: sign-in (đăng nhập), sessions that outlive restarts and module updates, roles
 * and permissions (vai trò, quyền) per agency, and the audit trail (nhật ký) of every change.
 */
@NullMarked
package vn.kientao.platform.security;

import org.jspecify.annotations.NullMarked;

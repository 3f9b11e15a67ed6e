/**
 * What security does for others: signing in and out, sessions, roles and their permissions, accounts, the audit trail and
 * the first start.
 */
@NullMarked
package vn.kientao.platform.security.app;

import org.jspecify.annotations.NullMarked;

/** The tables of security: accounts, roles, sessions, failures, audit. SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.platform.security.store;

import org.jspecify.annotations.NullMarked;

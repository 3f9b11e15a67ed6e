/**
 * The module's own schema {@code steering}: SQL and row mapping, nothing else. Every statement runs unchanged on H2 and
 * PostgreSQL.
 */
@NullMarked
package vn.kientao.reform.steering.store;

import org.jspecify.annotations.NullMarked;

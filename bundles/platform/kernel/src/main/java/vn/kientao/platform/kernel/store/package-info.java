/** The kernel's tables: SQL and row mapping, nothing else. Every method runs on the caller's handle. */
@NullMarked
package vn.kientao.platform.kernel.store;

import org.jspecify.annotations.NullMarked;

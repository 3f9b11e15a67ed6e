/** Periodic reports: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.report;

import org.jspecify.annotations.NullMarked;

/** Yearly plans: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.plan;

import org.jspecify.annotations.NullMarked;

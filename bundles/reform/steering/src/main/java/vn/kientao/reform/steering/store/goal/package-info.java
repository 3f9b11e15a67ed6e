/** Targets: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.goal;

import org.jspecify.annotations.NullMarked;

/** Matters for the chairman: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.issue;

import org.jspecify.annotations.NullMarked;

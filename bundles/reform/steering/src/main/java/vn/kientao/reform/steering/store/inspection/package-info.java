/** Inspections: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.inspection;

import org.jspecify.annotations.NullMarked;

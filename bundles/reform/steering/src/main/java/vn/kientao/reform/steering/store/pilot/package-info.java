/** Pilots: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.pilot;

import org.jspecify.annotations.NullMarked;

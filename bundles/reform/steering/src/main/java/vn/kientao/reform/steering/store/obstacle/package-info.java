/** Obstacles: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.obstacle;

import org.jspecify.annotations.NullMarked;

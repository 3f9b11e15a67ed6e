/** Kept numbers of tasks, and what dashboards read of them. */
@NullMarked
package vn.kientao.reform.steering.store.board;

import org.jspecify.annotations.NullMarked;

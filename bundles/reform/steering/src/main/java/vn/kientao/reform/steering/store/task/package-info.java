/** Tasks: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.task;

import org.jspecify.annotations.NullMarked;

/** What was told of tasks, and urging letters. */
@NullMarked
package vn.kientao.reform.steering.store.reminder;

import org.jspecify.annotations.NullMarked;

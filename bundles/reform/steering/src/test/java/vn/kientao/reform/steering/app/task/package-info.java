/** Tests of tasks without pages. */
@NullMarked
package vn.kientao.reform.steering.app.task;

import org.jspecify.annotations.NullMarked;

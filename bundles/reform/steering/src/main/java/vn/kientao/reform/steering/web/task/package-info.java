/** Tasks: pages and programs. */
@NullMarked
package vn.kientao.reform.steering.web.task;

import org.jspecify.annotations.NullMarked;

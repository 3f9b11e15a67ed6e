/** Tests of tasks from a sheet. */
@NullMarked
package vn.kientao.reform.steering.web.taskimport;

import org.jspecify.annotations.NullMarked;

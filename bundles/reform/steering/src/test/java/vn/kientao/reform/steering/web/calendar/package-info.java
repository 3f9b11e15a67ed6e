/** Tests of the calendar of tasks. */
@NullMarked
package vn.kientao.reform.steering.web.calendar;

import org.jspecify.annotations.NullMarked;

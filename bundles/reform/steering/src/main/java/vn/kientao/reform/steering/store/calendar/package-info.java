/** The calendar of tasks (lịch nhiệm vụ) and its feed for the calendars of people (RFC 5545). */
@NullMarked
package vn.kientao.reform.steering.store.calendar;

import org.jspecify.annotations.NullMarked;

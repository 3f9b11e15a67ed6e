/**
 * Requests that were turned away for want of a right (truy cập bị từ chối), on their way into the audit trail: one entry a
 * minute for each person, route and reason, with the number of times, and only so many of them.
 */
@NullMarked
package vn.kientao.platform.web.refused;

import org.jspecify.annotations.NullMarked;

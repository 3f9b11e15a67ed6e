/** Matters put before the chairman (vấn đề phát sinh trình Chủ tịch; D7). */
@NullMarked
package vn.kientao.reform.steering.domain.issue;

import org.jspecify.annotations.NullMarked;

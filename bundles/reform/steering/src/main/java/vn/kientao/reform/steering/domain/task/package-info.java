/**
 * Tasks (nhiệm vụ) and how they stand: Decision 42/2014/QĐ-TTg as amended by Decision 23/2018/QĐ-TTg on following tasks given
 * by superiors (D2.1, D2.4, D4).
 */
@NullMarked
package vn.kientao.reform.steering.domain.task;

import org.jspecify.annotations.NullMarked;

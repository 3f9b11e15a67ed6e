/** Yearly plans of agencies (kế hoạch cải cách hành chính năm, D2.2). */
@NullMarked
package vn.kientao.reform.steering.domain.plan;

import org.jspecify.annotations.NullMarked;

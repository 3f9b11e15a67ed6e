/** Periodic reports (báo cáo định kỳ): periods, outline, figures, states (D7). */
@NullMarked
package vn.kientao.reform.steering.domain.report;

import org.jspecify.annotations.NullMarked;

/** Targets of the programme (mục tiêu, chỉ tiêu) with what is to be reached by which year (D0). */
@NullMarked
package vn.kientao.reform.steering.domain.goal;

import org.jspecify.annotations.NullMarked;

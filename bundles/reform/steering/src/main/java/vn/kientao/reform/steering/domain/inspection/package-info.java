/** Inspections of the reform (kiểm tra cải cách hành chính): plan, visits, findings, remedy (D2.3). */
@NullMarked
package vn.kientao.reform.steering.domain.inspection;

import org.jspecify.annotations.NullMarked;

/**
 * The index of service quality (bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp),
 * Decision 766/QĐ-TTg: groups, sub-points and grades as rows of versions, points computed from rates.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.index766;

import org.jspecify.annotations.NullMarked;

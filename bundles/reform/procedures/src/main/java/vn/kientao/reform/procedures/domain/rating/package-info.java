/**
 * Ratings (đánh giá hài lòng) of dossiers by those who handed them in: Decree 61/2018/NĐ-CP, Articles 29 and 31.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.rating;

import org.jspecify.annotations.NullMarked;

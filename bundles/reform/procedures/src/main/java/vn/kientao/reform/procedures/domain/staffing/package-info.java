/**
 * Staff of the one-stop desk (nhân sự Bộ phận Một cửa): who is posted where, for how long, and whether the conditions of
 * Decree 61/2018/NĐ-CP, Articles 11 and 12, are met.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.staffing;

import org.jspecify.annotations.NullMarked;

/** The register of desk staff: keeping it and checking it against the rules (Decree 61/2018/NĐ-CP, Articles 11, 12). */
@NullMarked
package vn.kientao.reform.procedures.app.staffing;

import org.jspecify.annotations.NullMarked;

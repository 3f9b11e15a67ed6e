/**
 * Petitions and feedback (phản ánh, kiến nghị) about administrative rules and those who apply them: Decree
 * 20/2008/NĐ-CP; answered publicly with the clocks of Decision 574/QĐ-TTg of 2017.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.petition;

import org.jspecify.annotations.NullMarked;

/**
 * Reviewing procedures and making them simpler (rà soát, đơn giản hoá thủ tục hành chính): Decree 63/2010/NĐ-CP, Articles 27
 * to 31; what complying costs (chi phí tuân thủ): Circular 02/2017/TT-VPCP, Article 27.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.simplification;

import org.jspecify.annotations.NullMarked;

/**
 * Quality of the settlement of procedures (đánh giá chất lượng giải quyết thủ tục hành chính), Circular 01/2018/TT-VPCP,
 * Articles 13 to 15: nine indices of 0 to 2 points, their scores, the class of an officer or a body.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.quality;

import org.jspecify.annotations.NullMarked;

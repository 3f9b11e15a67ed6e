/** Obstacles, proposals and unsuitable rules (khó khăn, vướng mắc, kiến nghị, quy định chưa phù hợp) from raising to the answer (D2.5, D2.6). */
@NullMarked
package vn.kientao.reform.steering.domain.obstacle;

import org.jspecify.annotations.NullMarked;

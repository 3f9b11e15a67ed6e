/** Discipline (kỷ luật, kỷ cương hành chính): late or missed duties and what followed (D2.4, D2.1). */
@NullMarked
package vn.kientao.reform.steering.domain.discipline;

import org.jspecify.annotations.NullMarked;

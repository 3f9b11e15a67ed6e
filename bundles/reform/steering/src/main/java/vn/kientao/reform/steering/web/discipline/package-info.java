/** Discipline: pages, REST, models of templates. */
@NullMarked
package vn.kientao.reform.steering.web.discipline;

import org.jspecify.annotations.NullMarked;

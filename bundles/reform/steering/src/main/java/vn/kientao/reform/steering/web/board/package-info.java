/** Dashboards as pages: province, area, agency, person, assignment, and the public one. */
@NullMarked
package vn.kientao.reform.steering.web.board;

import org.jspecify.annotations.NullMarked;

/** The pages and the REST routes of imports of dossiers. */
@NullMarked
package vn.kientao.reform.procedures.web.dossierimport;

import org.jspecify.annotations.NullMarked;

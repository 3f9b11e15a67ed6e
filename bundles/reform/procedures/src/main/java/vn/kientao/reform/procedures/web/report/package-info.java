/** Reports on the settlement of procedures as pages, files and JSON. */
@NullMarked
package vn.kientao.reform.procedures.web.report;

import org.jspecify.annotations.NullMarked;

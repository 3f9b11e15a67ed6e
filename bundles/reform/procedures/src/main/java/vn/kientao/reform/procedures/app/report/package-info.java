/** Reports on the settlement of procedures (báo cáo): reading, and writing down who takes a report away. */
@NullMarked
package vn.kientao.reform.procedures.app.report;

import org.jspecify.annotations.NullMarked;

/**
 * Reports on the settlement of procedures (báo cáo tình hình, kết quả giải quyết thủ tục hành chính): what is counted,
 * under which heading, for which period. Circular 01/2020/TT-VPCP and its successors; the forms and their columns are
 * rows with a validity.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.report;

import org.jspecify.annotations.NullMarked;

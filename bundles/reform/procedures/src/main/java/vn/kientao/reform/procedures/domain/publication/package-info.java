/**
 * Publication of procedures (công bố, công khai thủ tục hành chính; Decree 63/2010/NĐ-CP, Chapter III): what a procedure
 * goes through from draft to effect, its legal clocks, and a record as people write it, field by field.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.publication;

import org.jspecify.annotations.NullMarked;

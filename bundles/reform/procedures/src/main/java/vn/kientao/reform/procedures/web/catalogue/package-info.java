/**
 * Pages and answers about procedures (danh mục thủ tục hành chính): for citizens, for staff, and the import.
 */
@NullMarked
package vn.kientao.reform.procedures.web.catalogue;

import org.jspecify.annotations.NullMarked;

/**
 * The catalogue of administrative procedures (danh mục thủ tục hành chính): which procedures there are, in which version,
 * and how they got there. A procedure itself is in {@link vn.kientao.reform.procedures.domain}.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.catalogue;

import org.jspecify.annotations.NullMarked;

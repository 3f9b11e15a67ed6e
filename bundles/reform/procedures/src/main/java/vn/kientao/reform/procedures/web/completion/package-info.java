/**
 * The work list of what is to be completed in published records (bổ sung thông tin còn thiếu).
 */
@NullMarked
package vn.kientao.reform.procedures.web.completion;

import org.jspecify.annotations.NullMarked;

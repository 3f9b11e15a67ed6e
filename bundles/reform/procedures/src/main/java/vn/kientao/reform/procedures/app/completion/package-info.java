/**
 * Keeps what people complete in published records (bổ sung thông tin còn thiếu).
 */
@NullMarked
package vn.kientao.reform.procedures.app.completion;

import org.jspecify.annotations.NullMarked;

/**
 * What people complete in published records (bổ sung thông tin còn thiếu): a number with its unit and source, never a guess.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.completion;

import org.jspecify.annotations.NullMarked;

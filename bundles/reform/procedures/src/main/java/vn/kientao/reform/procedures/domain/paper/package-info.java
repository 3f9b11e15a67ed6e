/**
 * Papers of the one-stop desk (giấy tờ, mẫu biểu): which form is in force when, and papers as they were issued.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.paper;

import org.jspecify.annotations.NullMarked;

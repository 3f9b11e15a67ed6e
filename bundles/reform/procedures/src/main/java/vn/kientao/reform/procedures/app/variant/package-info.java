/**
 * Keeps what the province adds to a published procedure (trường hợp, mức độ, cơ quan tiếp nhận); each change with its audit entry.
 */
@NullMarked
package vn.kientao.reform.procedures.app.variant;

import org.jspecify.annotations.NullMarked;

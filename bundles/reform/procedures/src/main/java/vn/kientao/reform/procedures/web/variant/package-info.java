/**
 * Pages of what the province adds to a published procedure (trường hợp, mức độ, cơ quan tiếp nhận).
 */
@NullMarked
package vn.kientao.reform.procedures.web.variant;

import org.jspecify.annotations.NullMarked;

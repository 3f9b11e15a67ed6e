/**
 * Keeps issued papers (giấy tờ đã cấp), their numbers and the forms in force.
 */
@NullMarked
package vn.kientao.reform.procedures.store.paper;

import org.jspecify.annotations.NullMarked;

/**
 * Pages that issue and print papers of the one-stop desk (giấy tờ, mẫu biểu, sổ theo dõi).
 */
@NullMarked
package vn.kientao.reform.procedures.web.paper;

import org.jspecify.annotations.NullMarked;

/**
 * Administrative procedures (thủ tục hành chính): the province's catalogue of them, dossiers (hồ sơ) received at the
 * one-stop desk (bộ phận một cửa), and what a citizen may see of them.
 */
@NullMarked
package vn.kientao.reform.procedures;

import org.jspecify.annotations.NullMarked;

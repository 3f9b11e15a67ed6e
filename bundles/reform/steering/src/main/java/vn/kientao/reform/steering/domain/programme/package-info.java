/**
 * The programme (chương trình tổng thể), its areas (lĩnh vực), and the documents (văn bản chỉ đạo) that order it clause by
 * clause (D0, D3, D4).
 */
@NullMarked
package vn.kientao.reform.steering.domain.programme;

import org.jspecify.annotations.NullMarked;

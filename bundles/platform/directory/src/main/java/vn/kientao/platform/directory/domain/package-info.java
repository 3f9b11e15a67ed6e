/**
 * The rules of the directory, without database or web: agencies (cơ quan, đơn vị) as the register keeps them, the working
 * calendar (lịch làm việc), office hours (giờ làm việc) and the arithmetic of legal deadlines (thời hạn giải quyết).
 */
@NullMarked
package vn.kientao.platform.directory.domain;

import org.jspecify.annotations.NullMarked;

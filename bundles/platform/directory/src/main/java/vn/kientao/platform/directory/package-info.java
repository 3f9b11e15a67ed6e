/**
 * Agencies (cơ quan, đơn vị) with their effective dates, predecessors and successors, the people and posts in them, and
 * the working calendar (lịch làm việc) that deadlines are counted on.
 */
@NullMarked
package vn.kientao.platform.directory;

import org.jspecify.annotations.NullMarked;

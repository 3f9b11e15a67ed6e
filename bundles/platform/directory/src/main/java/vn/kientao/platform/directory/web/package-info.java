/**
 * The administrators' pages of the directory, agencies (cơ quan) and working calendar (lịch làm việc), and the same for
 * programs.
 */
@NullMarked
package vn.kientao.platform.directory.web;

import org.jspecify.annotations.NullMarked;

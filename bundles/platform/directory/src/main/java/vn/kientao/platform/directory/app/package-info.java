/**
 * What the directory does for others: answers about agencies, working days and deadlines, imports, and changes of the
 * calendar with a look ahead at the deadlines that they move.
 */
@NullMarked
package vn.kientao.platform.directory.app;

import org.jspecify.annotations.NullMarked;

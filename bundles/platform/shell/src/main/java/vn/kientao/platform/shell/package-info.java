/**
 * Karaf commands: the verbs an administrator has, once more, for the console (dòng lệnh).
 */
@NullMarked
package vn.kientao.platform.shell;

import org.jspecify.annotations.NullMarked;

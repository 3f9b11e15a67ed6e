/**
 * Karaf commands: the verbs an administrator has, once more, for the console (dòng lệnh). Karaf itself makes the commands
 * and fills their fields (arguments, options, {@code @Reference} services); it knows no other way.
 */
@NullMarked
package vn.kientao.platform.shell;

import org.jspecify.annotations.NullMarked;

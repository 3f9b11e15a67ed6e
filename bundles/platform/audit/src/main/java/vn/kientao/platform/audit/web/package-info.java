/** Pages and REST of the trail, for auditors, administrators and heads of agencies. */
@NullMarked
package vn.kientao.platform.audit.web;

import org.jspecify.annotations.NullMarked;

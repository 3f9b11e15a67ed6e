package vn.kientao.platform.console.web;

import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/** The form that takes a module's jar, with why the last one was refused. */
public record UploadModel(Page page, FormErrors errors) {}

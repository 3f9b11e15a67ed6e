package vn.kientao.platform.privacy.domain;

import java.time.Instant;

/** What a rule did in one run. */
public record RetentionRun(String rule, String account, Instant beganAt, long done) {}

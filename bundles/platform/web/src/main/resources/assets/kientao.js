// Kiến Tạo: what pages gain when scripts run. Every page works without it. No words here: they come from data-* attributes.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

  // Says words in a live region that stood in the page from the start.
  const say = (words) => {
    const region = document.getElementById("kt-status");
    if (region && words) region.textContent = words;
  };

  // A background request; tells when the server's shell is newer than this page.
  const ask = async (url, options = {}) => {
    const answer = await fetch(url, { credentials: "same-origin", ...options });
    const shell = answer.headers.get("X-Kientao-Shell");
    if (shell && meta("shell") && shell !== meta("shell")) {
      all("[data-new-version]").forEach((banner) => (banner.hidden = false));
    }
    return answer;
  };

  // Error summary: takes the focus; its links lead into the field.
  const summary = document.querySelector("[data-error-summary]");
  if (summary) {
    summary.focus();
    summary.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!field) return;
      event.preventDefault();
      (field.labels?.[0] ?? field.closest("fieldset") ?? field).scrollIntoView({ block: "start" });
      field.focus({ preventScroll: true });
    });
  }

  // What a form holds, as the server would get it; files and the tokens of one page stay out.
  const written = (form) => {
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (typeof value === "string" && !name.startsWith("_")) fields.append(name, value);
    });
    return fields.toString();
  };

  const unsaved = new Map();
  const watch = (form) => {
    let kept = written(form);
    let sending = false;
    let timer = 0;
    const url = form.dataset.draftUrl;
    const region = form.querySelector("[data-draft-status]") ?? document.getElementById("kt-status");
    const tell = (words) => region && (region.textContent = (words ?? "").replace(
      "{0}", new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" })));
    const changed = () => written(form) !== kept;

    const keep = async () => {
      if (sending || !changed()) return;
      const body = written(form);
      sending = true;
      tell(form.dataset.draftSaving);
      try {
        const answer = await ask(url, { method: "PUT", body, headers: {
          "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8", "X-CSRF-Token": meta("csrf-token") } });
        if (answer.ok) kept = body;
        tell(answer.ok ? form.dataset.draftSaved : form.dataset.draftFailed);
        if (!answer.ok) console.warn(`draft refused with status ${answer.status}`);
        if (answer.status >= 500) later(10000);
      } catch (error) {
        console.warn(error);
        tell(form.dataset.draftFailed);
        later(10000);
      } finally {
        sending = false;
      }
      if (kept === body && changed()) later(1500);
    };
    const later = (pause) => {
      clearTimeout(timer);
      timer = setTimeout(keep, pause);
    };

    unsaved.set(form, changed);
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      clearTimeout(timer);
      unsaved.delete(form);
    });
    if (url) form.addEventListener("input", () => later(1500));
  };
  all("form[data-draft], form[data-warn-dirty]").forEach(watch);
  window.addEventListener("beforeunload", (event) => {
    if ([...unsaved.values()].some((changed) => changed())) event.preventDefault();
  });

  // Progress of a job: asks until it has ended, then shows its page.
  const ENDED = ["done", "failed", "cancelled"];
  const follow = async (box, pause = 1000) => {
    try {
      const answer = await ask(box.dataset.jobUrl, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (answer.ok) {
        const job = await answer.json();
        const message = box.querySelector("[data-job-message]");
        if (message && job.message && message.textContent !== job.message) message.textContent = job.message;
        const bar = box.querySelector("progress");
        if (bar && Number.isFinite(job.progress)) bar.value = job.progress;
        if (ENDED.includes(job.state) && box.dataset.jobState !== job.state) {
          if (job.url) location.assign(job.url);
          else location.reload();
          return;
        }
        if (ENDED.includes(job.state)) return;
        pause = 1000;
      } else if (answer.status < 500) {
        return;
      }
    } catch (error) {
      console.warn(error);
    }
    setTimeout(() => follow(box, Math.min(pause * 1.5, 10000)), pause);
  };
  all("[data-job-url]").forEach((box) => follow(box));

  // The clipboard of the browser exists over HTTPS only; offices also run plain HTTP in their own network.
  const copy = async (words) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(words);
    const field = document.createElement("textarea");
    field.value = words;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (!copied) throw new Error("the browser refused to copy");
  };

  // Before the session ends: says so and offers to go on, while what is being written stays where it is.
  const WARNED_BEFORE = 300;
  const session = document.querySelector("dialog[data-session]");
  const tellSession = (left, atMost) => {
    const over = left <= 0;
    const words = over ? session.dataset.over : left < atMost ? session.dataset.soon : session.dataset.last;
    session.querySelector("[data-session-words]").textContent = words.replace("{0}", Math.max(1, Math.round(left / 60)));
    session.querySelector("[data-action='prolong']").hidden = over || left >= atMost;
    session.querySelector("[data-session-again]").hidden = !over;
    if (!session.open) session.showModal();
  };
  const watchSession = async (method = "GET") => {
    let pause = 60;
    try {
      const answer = await ask(session.dataset.session, { method, cache: "no-store", headers: {
        Accept: "application/json", "X-CSRF-Token": meta("csrf-token") } });
      const { seconds, atMost } = answer.ok ? await answer.json() : { seconds: 0, atMost: 0 };
      if (seconds > WARNED_BEFORE) {
        session.close();
        pause = seconds - WARNED_BEFORE;
      } else {
        tellSession(seconds, atMost);
        pause = seconds > 0 ? Math.max(1, Math.min(30, seconds)) : 15;
      }
    } catch (error) {
      console.warn(error);
    }
    clearTimeout(watchSession.timer);
    watchSession.timer = setTimeout(watchSession, Math.min(pause, 86400) * 1000);
  };
  if (session) watchSession.timer = setTimeout(watchSession, 5000);

  // Buttons that need a script stay hidden until it runs.
  const actions = {
    prolong: () => watchSession("POST"),
    print: () => window.print(),
    reload: () => location.reload(),
    close: (button) => button.closest("dialog")?.close(),
    copy: async (button) => {
      await copy(button.dataset.copy ?? "");
      say(button.dataset.done);
    },
    dialog: (button) => document.getElementById(button.dataset.dialog)?.showModal(),
  };
  all("[data-action][hidden]").forEach((button) => (button.hidden = false));
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-action]");
    if (button && actions[button.dataset.action]) {
      event.preventDefault();
      Promise.resolve(actions[button.dataset.action](button)).catch((error) => console.warn(error));
    }
    // An open menu closes when one clicks beside it.
    all("details.kt-menu[open]").filter((menu) => !menu.contains(event.target)).forEach((menu) => (menu.open = false));
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-submit-on-change]")) event.target.form?.requestSubmit();
  });

  // Keys: Escape closes an open menu; "/" goes to the search field, or to the search page, unless the person writes or has switched it off.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      all("details.kt-menu[open]").forEach((menu) => {
        menu.open = false;
        menu.querySelector("summary")?.focus();
      });
    }
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.body.dataset.shortcuts === "off" || document.querySelector("dialog[open]")) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const field = document.querySelector("[data-search]") ?? document.querySelector("main input[type='search']");
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    } else {
      document.querySelector("#kt-nav a[href$='/search']")?.click();
    }
  });
})();

// The script of a preview: it listens for changes of the page that it stands in, and shows what is wrong.
(() => {
  "use strict";
  const me = document.currentScript.dataset;
  const words = JSON.parse(me.words);
  const say = (name) => words[name] || name;
  let turn = me.turn;
  let stream = null;

  // ── where the reader was ──
  const PLACE = "hatinh-place";
  const remember = () => {
    try { sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, scrollX, scrollY])); } catch { /* private */ }
  };
  const returned = () => {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(PLACE)); sessionStorage.removeItem(PLACE); } catch { /* private */ }
    if (!kept || kept[0] !== location.pathname) return;
    const back = () => scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });
    back();
    addEventListener("load", back, { once: true });
  };

  // ── what lies over the page, out of reach of its styles ──
  let root = null;
  const over = () => {
    if (root) return root;
    const host = document.createElement("hatinh-preview");
    host.lang = me.lang;
    root = host.attachShadow({ mode: "open" });
    root.append(made("link", { rel: "stylesheet", href: "/_hatinh/live.css" }));
    document.body.append(host);
    return root;
  };
  const made = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const part = (id, element) => {
    const old = root && root.getElementById(id);
    if (element) {
      element.id = id;
      if (old) old.replaceWith(element); else over().append(element);
    } else if (old) old.remove();
  };

  const bar = () => {
    if (!me.state) return;
    part("bar", made("p", { role: "status" }, made("strong", {}, me.state), " ", made("code", {}, me.source)));
  };

  // ── faults ──
  let told = "";
  const lineOf = ({ number, text, mark }) => {
    const code = made("code");
    if (mark >= 0) {
      const at = text.slice(mark, mark + 1) || " ";
      code.append(text.slice(0, mark), made("mark", {}, at), text.slice(mark + 1));
    } else code.append(text);
    return made("li", { value: number, ...(mark >= 0 ? { class: "here" } : {}) }, code);
  };
  const faultOf = (slip) => made("article", { class: slip.severity },
    made("h3", {}, made("code", {}, slip.place), " ", made("span", {}, say(slip.severity))),
    made("p", {}, slip.message),
    ...(slip.lines.length ? [made("ol", { start: slip.lines[0].number }, ...slip.lines.map(lineOf))] : []),
    ...(slip.hint ? [made("p", { class: "hint" }, made("b", {}, say("hint") + ": "), slip.hint)] : []));
  const panelOf = (slips, shut) => {
    const button = made("button", { type: "button" }, say("close"));
    button.addEventListener("click", shut);
    return made("section", { role: "alertdialog", "aria-label": say("slips") },
      made("header", {}, made("h2", {}, say("slips")), button), ...slips.map(faultOf));
  };
  let shown = [];
  const shut = () => { part("slips", null); chip(); };
  const chip = () => {
    if (!shown.length) return part("chip", null);
    const button = made("button", { type: "button" }, say("warnings").replace("{number}", shown.length));
    if (shown.some((slip) => slip.severity === "error")) button.textContent = say("slips") + " (" + shown.length + ")";
    button.addEventListener("click", () => { part("chip", null); part("slips", panelOf(shown, shut)); });
    part("chip", button);
  };
  const slips = (found) => {
    const now = JSON.stringify(found);
    if (now === told) return;
    told = now;
    shown = found;
    part("slips", null);
    part("chip", null);
    if (found.some((slip) => slip.severity === "error")) part("slips", panelOf(found, shut));
    else chip();
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root && root.getElementById("slips")) shut();
  });

  // ── what changed ──
  const again = (url, files) => {
    const at = new URL(url, location.href);
    if (at.origin !== location.origin || !files.has(at.pathname)) return null;
    at.searchParams.set("hatinh", turn);
    return at.href;
  };
  const renew = (list) => {
    const files = new Set(list.map((file) => new URL(file, location.href).pathname));
    if ([...document.scripts].some((script) => script.src && script.dataset.page === undefined && again(script.src, files))) {
      return reload();
    }
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const href = again(link.href, files);
      if (!href) continue;
      const next = link.cloneNode();
      next.href = href;
      next.addEventListener("load", () => link.remove(), { once: true });
      next.addEventListener("error", () => next.remove(), { once: true });
      link.after(next);
    }
    for (const image of document.querySelectorAll("img[src], video[src], audio[src]")) {
      const src = again(image.src, files);
      if (src) { image.removeAttribute("srcset"); image.src = src; }
    }
  };
  const reload = () => { close(); remember(); location.reload(); };
  const go = (to) => { close(); remember(); location.replace(to + location.hash); };
  const wait = (note) => {
    const line = document.getElementById("hatinh-wait");
    if (line && note.name) line.textContent = say(note.name) + ": " + note.done + "/" + note.total;
  };

  // ── the stream: only pages that are looked at have one, as browsers open six to one host ──
  const listen = (event) => {
    turn = event.lastEventId || turn;
    const note = JSON.parse(event.data);
    if (note.do === "slips") slips(note.slips);
    else if (note.do === "renew") renew(note.files);
    else if (note.do === "wait") wait(note);
    else if (note.do === "go") go(note.to);
    else if (note.do === "reload") reload();
  };
  const open = () => {
    if (stream || document.hidden) return;
    const asked = new URLSearchParams({ page: me.page, seen: me.seen, turn });
    stream = new EventSource("/_hatinh/events?" + asked);
    stream.onmessage = listen;
    stream.onopen = () => part("lost", null);
    stream.onerror = () => part("lost", made("p", { role: "status" }, say("lost")));
  };
  const close = () => { if (stream) stream.close(); stream = null; };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);

  returned();
  bar();
  open();
})();

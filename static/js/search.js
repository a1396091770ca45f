// Search in the reader's own browser: a query fetches those files of the index that hold its words, works out which
// articles have them, and shows these from their own pages. docs/search.md tells what the files hold.

const FOLLOWERS = 32;
const A_PAGE = 10;
const LOOKED_THROUGH = 40;
const form = document.querySelector("form[data-root]");
const english = !document.documentElement.lang.startsWith("vi");
const say = english
  ? {
      found: (count, words, sure) => `${sure ? "" : "About "}${count} ${count === 1 ? "article" : "articles"} for ${words}.`,
      none: (words) => `Nothing was found for ${words}. Try fewer or other words, or look through the topics and the archive.`,
      some: (words) => `No article has all the words of ${words}; these have most of them.`,
      busy: "Searching…", failed: "The search does not answer. Please try again.", page: (one, all) => `Page ${one} of ${all}`,
      newer: "Back", older: "More", pages: "Pages of results", topics: "Narrow by topic", every: "all topics", results: "Results",
    }
  : {
      found: (count, words, sure) => `${sure ? "" : "Khoảng "}${count.toLocaleString("vi")} bài có ${words}.`,
      none: (words) => `Không tìm thấy bài nào có ${words}. Hãy thử ít từ hơn, từ khác, hoặc xem theo chủ đề và theo tháng.`,
      some: (words) => `Không có bài nào đủ các từ ${words}; dưới đây là những bài có nhiều từ nhất.`,
      busy: "Đang tìm…", failed: "Chưa tìm được, mời bạn thử lại.", page: (one, all) => `Trang ${one}/${all}`,
      newer: "Trang trước", older: "Trang sau", pages: "Trang kết quả", topics: "Thu hẹp theo chủ đề", every: "mọi chủ đề", results: "Kết quả",
    };

// Words, as text/words.py has them

const MARKS = /[\u0300-\u036f]/g;
const TONES = /[\u0300\u0309\u0303\u0301\u0323]/g;
const lower = (text) => text.normalize("NFC").toLowerCase().replace(/ß/g, "ss");
const bare = (word) => word.normalize("NFD").replace(MARKS, "").normalize("NFC").replace(/đ/g, "d");
const ownForm = (word) =>
  word
    .normalize("NFD")
    .replace(/(?:[aeiouy][\u0300-\u036f]*)+/g, (vowels) => vowels.replace(TONES, "") + (vowels.match(TONES) || []).join(""))
    .normalize("NFC");
const numberOf = (word) => [...word].reduce((found, letter) => (found * 31 + letter.codePointAt(0)) % 65521, 0);

// A query: words in their order, each with whether the one before it must stand right before it
function parsed(query) {
  const words = [];
  query.replace(/[“”„«»]/g, '"').split('"').forEach((piece, place, pieces) => {
    const quoted = place % 2 === 1 && place < pieces.length - 1;
    (lower(piece).match(/[\p{L}\p{N}_]+/gu) || []).forEach((word, at) => {
      words.push({ bare: bare(word), form: ownForm(word), joined: at > 0, bound: quoted && at > 0 });
    });
  });
  return words.slice(0, 12);
}

// Files of the index, each fetched once

const files = new Map();
function file(path) {
  if (!files.has(path)) {
    const asked = fetch(form.action.replace(/[?#].*/, "") + path, { cache: "no-cache" }).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(path))));
    asked.catch(() => files.delete(path));
    files.set(path, asked);
  }
  return files.get(path);
}

const code = (letters, place) => {
  const at = letters.charCodeAt(place);
  return at - 32 - (at > 34) - (at > 92);
};

function ascending(letters, each) {
  let before = -1;
  let high = 0;
  for (let place = 0; place < letters.length; place++) {
    const digit = code(letters, place);
    if (digit >= 80) {
      high = high * 13 + digit - 79;
    } else {
      each((before += high * 80 + digit + 1));
      high = 0;
    }
  }
}

// The articles of a word in one segment: a map to what is known of it there. A form without followers links words.
async function postings(segment, key) {
  const found = new Map();
  const alone = segment.alone.indexOf(key);
  const part = alone < 0 ? segment.alone.length + (numberOf(key) % (segment.parts - segment.alone.length)) : alone;
  const entry = (await file(`${segment.folder}/${part}.json`))[key];
  for (const [form, [articles, followers = "", titled = ""]] of Object.entries(entry || {})) {
    let place = 0;
    ascending(articles, (article) => {
      const known = found.get(article) || { forms: new Set(), followers: 0, title: false };
      known.forms.add(form);
      known.links ||= !followers;
      for (let going = place < followers.length; going; ) {
        const digit = code(followers, place++);
        if (digit < 2 * FOLLOWERS) known.followers |= 1 << digit % FOLLOWERS;
        else if (digit > 2 * FOLLOWERS) known.followers = -1;
        going = digit < FOLLOWERS;
      }
      found.set(article, known);
    });
    ascending(titled, (article) => (found.get(article).title = true));
  }
  return found;
}

// Results: articles with how many of the words they have, in how many of the forms that were typed, and a score

// Whether a word stands right behind the one before it: 1 or 0, and nothing where the index does not know
function beside(words, entries, at) {
  const [before, entry] = [entries[at - 1], entries[at]];
  if (!at || !words[at].joined || !before || !entry || before.links || entry.links) return undefined;
  return (before.followers >>> numberOf(words[at].bare) % FOLLOWERS) & 1;
}

function scored(words, entries, weights) {
  const result = { has: 0, exact: 0, score: 0 };
  for (const [at, word] of words.entries()) {
    const entry = entries[at];
    const follows = beside(words, entries, at);
    if (word.bound && (!entry || follows === 0)) return null;
    if (!entry) continue;
    result.has += 1;
    result.exact += word.form !== word.bare && entry.forms.has(word.form) ? 1 : 0;
    result.score += weights[at] * (entry.title ? 3 : 1) + (follows ? 4 * (weights[at] + weights[at - 1]) : 0);
  }
  return result;
}

async function ranked(words, filters) {
  const segments = await file("muc-luc.json");
  let all = 0;
  for (const segment of segments) {
    segment.first = all;
    all += segment.months.reduce((sum, [, count]) => sum + count, 0);
  }
  const lists = await Promise.all(segments.map((segment) => Promise.all(words.map((word) => postings(segment, word.bare)))));
  const allowed = await Promise.all(segments.map((segment) => Promise.all(filters.names.map((name) => postings(segment, name)))));
  const weights = words.map((word, at) => Math.log(1 + all / (1 + lists.reduce((sum, list) => sum + list[at].size, 0))));
  const results = segments.flatMap((segment, number) => {
    const years = segment.months.flatMap(([month, count]) => Array(count).fill(Math.floor(month / 100)));
    return [...new Set(lists[number].flatMap((list) => [...list.keys()]))]
      .filter((article) => allowed[number].every((list) => list.has(article)) && (!filters.year || years[article] === filters.year))
      .map((article) => ({ segment, article, place: segment.first + article, ...scored(words, lists[number].map((list) => list.get(article)), weights) }));
  });
  const most = Math.max(0, ...results.map((result) => result.has || 0));
  const best = results.filter((result) => most && result.has === most);
  best.forEach((result) => (result.score *= 1 + (0.3 * result.place) / all));
  best.sort((a, b) => b.exact - a.exact || b.score - a.score || b.place - a.place);
  return { results: best, whole: most === words.length };
}

// An article, from its own page

async function article(result) {
  const { segment } = result;
  const number = Math.floor(result.article / segment.addresses);
  const url = (await file(`${segment.folder}/bai-${number}.json`))[result.article % segment.addresses];
  const address = form.dataset.root + encodeURI(url.slice(1));
  const answer = await fetch(address);
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const meta = (name) => page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.content || "";
  const body = page.querySelector(".body") || page.querySelector("main") || page.body;
  body.querySelectorAll("script, style, template").forEach((one) => one.remove());
  const pieces = [meta("description"), ...[...body.querySelectorAll("p, li, figcaption, td, h2, h3, h4, blockquote")].map((one) => one.textContent)];
  return {
    address,
    title: page.querySelector("h1")?.textContent.trim() || meta("og:title") || page.title,
    text: pieces.map((piece) => piece.trim().replace(/\s+/g, " ")).filter(Boolean),
    date: page.querySelector("main time")?.textContent || "",
    section: page.querySelector(".trail li:last-child, .story-section")?.textContent.trim() || "",
    topics: [...page.querySelectorAll("main .topics a")].map((one) => [one.textContent.trim(), one.getAttribute("href")]),
  };
}

// Excerpts: the original text, in which the words that were found are marked

function wordsOf(text) {
  return [...text.matchAll(/[\p{L}\p{N}_\p{M}]+/gu)].map((found) => ({ at: found.index, length: found[0].length, bare: bare(lower(found[0])) }));
}

function marked(text, wanted) {
  const made = document.createDocumentFragment();
  let end = 0;
  for (const { at, length, bare: word } of wordsOf(text)) {
    if (!wanted.has(word)) continue;
    const between = text.slice(end, at);
    const last = made.lastChild;
    if (last?.nodeName === "MARK" && /^ $/.test(between)) {
      last.textContent += between + text.slice(at, at + length);
    } else {
      made.append(between, Object.assign(document.createElement("mark"), { textContent: text.slice(at, at + length) }));
    }
    end = at + length;
  }
  made.append(text.slice(end));
  return made;
}

function hasPhrase(pieces, words) {
  const runs = [];
  words.forEach((word) => (word.bound ? runs.at(-1).push(word.bare) : runs.push([word.bare])));
  const texts = pieces.map((piece) => ` ${wordsOf(piece).map((word) => word.bare).join(" ")} `);
  return runs.every((run) => run.length === 1 || texts.some((text) => text.includes(` ${run.join(" ")} `)));
}

function excerpt(pieces, words) {
  const wanted = new Map(words.map((word, at) => [word.bare, at]));
  let best = { score: 0, piece: pieces[0] || "", at: 0 };
  for (const piece of pieces) {
    const found = wordsOf(piece).filter((word) => wanted.has(word.bare));
    found.forEach((first, start) => {
      const near = found.slice(start).filter((word) => word.at < first.at + 160);
      const pairs = near.filter((word, at) => at && wanted.get(word.bare) === wanted.get(near[at - 1].bare) + 1 && word.at === near[at - 1].at + near[at - 1].length + 1).length;
      const score = 3 * new Set(near.map((word) => word.bare)).size + 2 * pairs;
      if (score > best.score) best = { score, piece, at: first.at };
    });
  }
  const start = best.at > 60 ? best.piece.lastIndexOf(" ", best.at - 50) + 1 : 0;
  const cut = best.piece.length > start + 240 ? best.piece.lastIndexOf(" ", start + 240) : best.piece.length;
  return `${start ? "… " : ""}${best.piece.slice(start, cut)}${cut < best.piece.length ? " …" : ""}`;
}

// The page

document.querySelector(".search-off")?.remove();
const status = document.querySelector(".search-status");
const place = document.querySelector(".search-found");
const asked = () => new URLSearchParams(location.search);

function make(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function linkTo(changes, text, properties = {}) {
  const next = asked();
  Object.entries(changes).forEach(([name, value]) => (value ? next.set(name, value) : next.delete(name)));
  return make("a", { href: `?${next}`, textContent: text, ...properties });
}

function entryOf(found, words) {
  const wanted = new Set(words.map((word) => word.bare));
  const meta = make("p", { className: "search-meta" }, [found.section, found.date].filter(Boolean).join(" · "));
  const title = make("h3", {}, make("a", { href: found.address }, marked(found.title, wanted)));
  return make("li", {}, title, make("p", {}, marked(excerpt(found.text, words), wanted)), meta);
}

function topicsOf(shown) {
  const current = asked().get("chu-de");
  const counted = new Map();
  shown.flatMap((found) => found.topics).forEach(([name, href]) => {
    const slug = decodeURIComponent(href.replace(/\/$/, "").split("/").pop());
    counted.set(slug, { name, count: (counted.get(slug)?.count || 0) + 1 });
  });
  const names = [...counted].sort((a, b) => b[1].count - a[1].count).slice(0, 8);
  if (current && !counted.has(current)) names.unshift([current, { name: current }]);
  if (!names.length) return "";
  const list = make("ul", {}, ...names.map(([slug, { name }]) => make("li", {}, linkTo({ "chu-de": slug, trang: "" }, name, slug === current ? { ariaCurrent: "true" } : {}))));
  if (current) list.prepend(make("li", {}, linkTo({ "chu-de": "", trang: "" }, say.every)));
  return make("nav", { className: "topics", ariaLabel: say.topics }, make("p", { className: "topics-name", textContent: say.topics }), list);
}

function pagerOf(page, count) {
  const last = Math.ceil(count / A_PAGE);
  if (last < 2) return "";
  const pager = make("nav", { className: "pager", ariaLabel: say.pages });
  if (page > 1) pager.append(linkTo({ trang: page > 2 ? page - 1 : "" }, say.newer, { rel: "prev", className: "pager-newer" }));
  pager.append(make("span", {}, say.page(page, last)));
  if (page < last) pager.append(linkTo({ trang: page + 1 }, say.older, { rel: "next", className: "pager-older" }));
  return pager;
}

// The results of one page. Whether words stand side by side the index knows but by sorts of words, so articles that a
// phrase is to be in are looked through in their turn, as far as that page.

async function taken(results, wanted) {
  const page = Math.min(wanted, Math.max(1, Math.ceil(results.length / A_PAGE)));
  const shown = await Promise.all(results.slice((page - 1) * A_PAGE, page * A_PAGE).map(article));
  return { page, shown: shown.filter(Boolean), count: results.length, sure: true };
}

async function proven(results, page, words) {
  const found = [];
  let looked = 0;
  while (found.length < page * A_PAGE && looked < results.length && looked < page * LOOKED_THROUGH) {
    const some = await Promise.all(results.slice(looked, looked + A_PAGE).map(article));
    found.push(...some.filter((one) => one && hasPhrase([one.title, ...one.text], words)));
    looked = Math.min(looked + A_PAGE, results.length);
  }
  const rest = results.length - looked;
  return { page, shown: found.slice((page - 1) * A_PAGE, page * A_PAGE), count: found.length + rest, sure: !rest };
}

let turn = 0;
async function show() {
  const mine = ++turn;
  const query = asked();
  for (const name of ["q", "chuyen-muc", "nam"]) if (form.elements[name]) form.elements[name].value = query.get(name) || "";
  const words = parsed(query.get("q") || "");
  place.replaceChildren();
  status.textContent = words.length ? say.busy : "";
  if (!words.length) return;
  const named = `“${query.get("q").replace(/["“”„]/g, "").trim()}”`;
  const names = [["@", "chuyen-muc"], ["#", "chu-de"]].filter(([, name]) => query.get(name)).map(([sign, name]) => sign + query.get(name));
  try {
    const { results, whole } = await ranked(words, { names, year: Number(query.get("nam")) || 0 });
    const wanted = Math.max(1, Number(query.get("trang")) || 1);
    const { page, shown, count, sure } = await (words.some((word) => word.bound) ? proven : taken)(results, wanted, words);
    if (mine !== turn) return;
    status.textContent = !shown.length ? say.none(named) : whole ? say.found(count, named, sure) : say.some(named);
    if (shown.length) place.append(make("h2", { className: "unseen", textContent: say.results }), make("ol", { className: "search-list", start: (page - 1) * A_PAGE + 1 }, ...shown.map((found) => entryOf(found, words))));
    place.append(pagerOf(page, count), topicsOf(shown));
  } catch {
    if (mine === turn) status.textContent = say.failed;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const next = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.pushState(null, "", `?${next}`);
  show();
});
form.addEventListener("change", (event) => event.target.tagName === "SELECT" && form.elements.q.value && form.requestSubmit());
place.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="?"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show().then(() => status.scrollIntoView());
});
addEventListener("popstate", show);
show();

// Search in the reader's own browser: a query fetches those files of the index that hold its words, works out which
// articles have them, and shows these from their own pages. docs/search.md tells what the files hold.

const FOLLOWERS = 32; // sorts of words that may stand behind a word
const MANY = 7; // of so many of them or more at once, each has a bit
const A_PAGE = 10;
const AT_ONCE = 5; // results whose pages are fetched before a reader scrolls on
const LOOKED_THROUGH = 40;
const LOOKED_UP = 5; // of a longer query the words that tell most
const FILES = 5; // of words of older months, so many are fetched at a time, fewer where there are many words
const form = document.querySelector("form[data-root]");
const english = !document.documentElement.lang.startsWith("vi");
const say = english
  ? {
      found: (count, words, how) => `${["", "About ", "At least "][how]}${count} ${count === 1 ? "article" : "articles"} for ${words}.`,
      none: (words) => `Nothing was found for ${words}. Try fewer or other words, or look through the topics and the archive.`,
      some: (words, going) => `No article has all the words of ${words}${going ? " so far" : ""}; these have most of them.`,
      since: (month, year) => ` Before ${month}/${year} only titles and rare words were searched so far.`, on: "Search older articles",
      busy: "Searching…", failed: "The search does not answer. Please try again.", page: (one, all) => `Page ${one}${all ? ` of ${all}` : ""}`,
      newer: "Back", older: "More", pages: "Pages of results", topics: "Narrow by topic", every: "all topics", results: "Results",
    }
  : {
      found: (count, words, how) => `${["", "Khoảng ", "Ít nhất "][how]}${count.toLocaleString("vi")} bài có ${words}.`,
      none: (words) => `Không tìm thấy bài nào có ${words}. Hãy thử ít từ hơn, từ khác, hoặc xem theo chủ đề và theo tháng.`,
      some: (words, going) => `${going ? "Chưa thấy" : "Không có"} bài nào đủ các từ ${words}; dưới đây là những bài có nhiều từ nhất.`,
      since: (month, year) => ` Bài trước tháng ${month}/${year} mới được tìm theo tựa và từ hiếm.`, on: "Tìm tiếp trong các bài cũ hơn",
      busy: "Đang tìm…", failed: "Chưa tìm được, mời bạn thử lại.", page: (one, all) => `Trang ${one}${all ? `/${all}` : ""}`,
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

// What the index has: which words are common, the segments, and the month of each article, the oldest first
async function contents() {
  const read = await file("muc-luc.json");
  if (!read.places) {
    read.places = new Map(read.common.split(" ").map((word, place) => [word, place]));
    read.segments = read.segments.map(([folder, holds, parts, first, count]) => ({ folder, holds, parts, first, count }));
    read.articles = read.months.flatMap(([month, count]) => Array(count).fill(month));
  }
  return read;
}

// Lists of numbers, from bits of which each letter has six
function reader(letters) {
  let place = 0;
  const bit = () => {
    const letter = letters.charCodeAt(place / 6);
    if (Number.isNaN(letter)) throw new Error(letters);
    return ((letter - 40 - (letter > 92)) >> (5 - (place++ % 6))) & 1;
  };
  const zeros = () => {
    let count = 0;
    while (!bit()) count++;
    return count;
  };
  const bits = (width, found = 0) => {
    while (width--) found = 2 * found + bit();
    return found;
  };
  // Sorts of words behind a word in one article
  const behind = () => {
    let count = 0;
    while (count < MANY && bit()) count++;
    if (count === MANY) return bits(FOLLOWERS) | 0;
    let found = 0;
    for (count = [1, 0][count] ?? count; count--; ) found |= 1 << bits(5);
    return found;
  };
  const some = (of) => {
    const count = bits(zeros(), 1) - 1;
    const others = 2 * count > of;
    const listed = others ? of - count : count;
    const width = listed ? Math.max(0, 31 - Math.clz32((of * 11) / (listed * 16))) : 0;
    const found = new Set();
    for (let number = -1; found.size < listed; found.add(number)) number += 1 + bits(width, zeros());
    return others ? Array.from({ length: of }, (_, number) => number).filter((number) => !found.has(number)) : [...found];
  };
  return { some, behind };
}

// The articles of a word in one segment: a map, by the place of an article among all, to what is known of it there
async function postings({ folder, holds, parts, first, count }, key) {
  const found = new Map();
  const part = ((await contents()).places.get(key) ?? numberOf(key)) % parts;
  const entry = (await file(`${folder}/${part}.json`))[key];
  if (!entry) return found;
  const forms = entry.split(" ");
  const { some, behind } = reader(forms.pop());
  const bare = holds === "titles" || /^[@#]/.test(key); // articles and nothing else
  for (const spelt of forms.length ? forms : [key]) {
    const [form, links] = spelt.split("=");
    for (const article of some(count)) {
      const known = found.get(first + article) || { forms: new Set(), title: holds === "titles" };
      known.forms.add(form);
      if (links === "") known.links = true;
      else if (!bare) known.followers |= behind();
      found.set(first + article, known);
    }
  }
  if (bare) return found;
  const articles = [...found].sort(([one], [other]) => one - other).map(([, known]) => known);
  if (holds !== "common") some(articles.length).forEach((at) => (articles[at].title = true));
  return found;
}

// Results: articles with how many of the words they have, in how many of the forms that were typed, and a score

// Whether a word stands right behind the one before it: 1 or 0, null where the index does not know, and undefined where
// it is not asked, as of words that link others. Words that both stand in one title are taken to stand side by side.
function beside(words, entries, at) {
  const [before, entry] = [entries[at - 1], entries[at]];
  if (!at || !words[at].joined || !before || !entry || before.links || entry.links) return undefined;
  if (before.followers === undefined) return before.title && entry.title ? 1 : null;
  return (before.followers >>> numberOf(words[at].bare) % FOLLOWERS) & 1;
}

function scored(words, lists, weights, place) {
  const result = { place, has: 0, exact: 0, apart: 0, score: 0 };
  const entries = lists.map((list) => list?.get(place));
  for (const [at, word] of words.entries()) {
    const entry = entries[at];
    const follows = beside(words, entries, at);
    if (word.bound && lists[at] && (!entry || follows === 0)) return null;
    if (!entry) continue;
    result.has += 1;
    result.exact += word.form !== word.bare && entry.forms.has(word.form) ? 1 : 0;
    result.apart += follows === 0 || follows === null ? 1 : 0;
    result.score += weights[at] * (entry.title ? 3 : 1) + (follows ? 4 * (weights[at] + weights[at - 1]) : 0);
  }
  result.score *= 1 + (0.3 * place) / lists.articles;
  return result;
}

// The words that are looked up: of many, the rarest
function telling(words, { segments, places }) {
  if (segments.length === 1 || words.length <= LOOKED_UP) return words;
  const rarity = ({ bare }) => places.get(bare) ?? Infinity;
  return [...words].sort((one, other) => (rarity(other) > rarity(one) ? 1 : -1)).slice(0, LOOKED_UP);
}

// The search itself. First come the results that new articles, rare words and titles give; `deeper` adds those of the
// texts of older months, a period at a time from the newest on.
async function searched(words, { names, year }) {
  const index = await contents();
  const { segments, places, articles } = index;
  const sorted = (holds) => segments.filter((segment) => segment.holds === holds);
  const everywhere = async (key) => {
    const some = [...sorted("all"), ...sorted(places.has(key) ? "titles" : "rare")].map((segment) => postings(segment, key));
    return new Map((await Promise.all(some)).flatMap((list) => [...list]));
  };
  const sought = telling(words, index);
  const lists = await Promise.all(words.map((word) => (sought.includes(word) ? everywhere(word.bare) : null)));
  lists.articles = articles.length;
  const allowed = await Promise.all(names.map(everywhere));
  const fits = (place) => allowed.every((list) => list.has(place)) && (!year || Math.floor(articles[place] / 100) === year);
  const weights = lists.map((list) => Math.log(1 + articles.length / (1 + (list?.size ?? articles.length))));
  const pairs = words.filter((word, at) => word.joined && lists[at] && lists[at - 1]).length;
  const marked = sought.filter((word) => word.form !== word.bare).length;
  const all = () => [...new Set(lists.flatMap((list) => (list ? [...list.keys()] : [])))].filter(fits);
  const found = new Map();
  const take = (batch, some) => {
    for (const place of some) {
      if (found.get(place)?.exact === marked) continue;
      const result = fits(place) && scored(words, lists, weights, place);
      if (result && result.has === sought.length) found.set(place, { ...result, batch });
    }
  };
  take(0, all());

  const open = [...words.entries()].filter(([at, word]) => lists[at] && places.has(word.bare));
  open.sort(([, one], [, other]) => places.get(other.bare) - places.get(one.bare));
  const known = lists.filter((list, at) => list && !places.has(words[at].bare));
  const hopeful = ({ first, count }) => Array.from({ length: count }, (_, at) => first + at).filter((place) => fits(place) && known.every((list) => list.has(place)));
  const left = open.length ? sorted("common").reverse().filter((period) => hopeful(period).length) : [];
  let batch = 0;
  return {
    sure: sought.length === words.length,
    since: () => (left.length ? articles[left[0].first + left[0].count] : 0),
    // So many periods are searched at a time
    step: Math.floor((FILES - (2 / 3) * sought.length) / (open.length || 1)),
    // What was found so far, in its order: `good` are those that have all words as they were typed, and half of the
    // neighbours side by side. As long as older months are left, these are all that is shown, if there are any.
    results: () => {
      const whole = found.size > 0;
      const some = whole ? [...found.values()] : all().map((place) => ({ batch: 0, ...scored(words, lists, weights, place) }));
      const most = Math.max(1, ...some.map((one) => one.has || 0));
      const results = some.filter((one) => one.has === most);
      results.sort((a, b) => b.exact - a.exact || a.apart - b.apart || a.batch - b.batch || b.score - a.score || b.place - a.place);
      const good = whole ? results.filter((one) => one.exact === marked && 2 * one.apart <= pairs).length : 0;
      return { results: left.length && good ? results.slice(0, good) : results, whole, good };
    },
    deeper: async (periods) => {
      for (const period of left.splice(0, periods)) {
        let some = hopeful(period);
        for (const [at, { bare: word }] of open) {
          const read = some.length ? await postings(period, word) : new Map();
          read.forEach((entry, place) => lists[at].set(place, { ...entry, title: Boolean(lists[at].get(place)?.title) }));
          some = some.filter((place) => read.has(place));
        }
        take(++batch, some);
      }
    },
  };
}

// An article, from its own page

async function article({ place }) {
  const { segments, addresses } = await contents();
  const { folder, first } = segments.find((segment) => segment.holds !== "common" && place >= segment.first && place < segment.first + segment.count);
  const number = Math.floor((place - first) / addresses);
  const url = (await file(`${folder}/bai-${number}.json`))[(place - first) % addresses];
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

function pagerOf(page, count, going) {
  const last = Math.ceil(count / A_PAGE);
  const more = page < last || (going && count >= page * A_PAGE);
  if (page === 1 && !more) return "";
  const pager = make("nav", { className: "pager", ariaLabel: say.pages });
  if (page > 1) pager.append(linkTo({ trang: page > 2 ? page - 1 : "" }, say.newer, { rel: "prev", className: "pager-newer" }));
  pager.append(make("span", {}, say.page(page, going ? 0 : last)));
  if (more) pager.append(linkTo({ trang: page + 1 }, say.older, { rel: "next", className: "pager-older" }));
  return pager;
}

// One page of results, some at each call. As long as too few are good, older months are searched, `periods` at the most.
// Whether words stand side by side the index knows but by sorts of words, so articles that a phrase is to be in are
// looked through in their turn.
function reading(search, words, page, further) {
  const bound = words.some((word) => word.bound);
  const given = new Set();
  const step = Math.max(1, search.step);
  let periods = 3 * step * (further + Math.min(page, A_PAGE) - 1) + (search.results().whole ? search.step : step);
  let skipped = (page - 1) * A_PAGE;
  let [shown, without] = [0, 0];
  const enough = () => search.results().good >= given.size + AT_ONCE + (bound ? 0 : skipped);
  const waiting = () => {
    const queue = search.results().results.filter(({ place }) => !given.has(place));
    return bound ? queue.slice(0, Math.max(0, page * LOOKED_THROUGH - given.size)) : queue;
  };
  const pass = (results) => results.forEach(({ place }) => given.add(place));
  return async () => {
    const some = [];
    let queue = [];
    do {
      for (; !enough() && search.since() && periods > 0; periods--) await search.deeper(1);
      queue = waiting();
      if (!bound) {
        pass(queue.splice(0, Math.min(skipped, A_PAGE * Math.floor((queue.length - 1) / A_PAGE))));
        skipped = 0;
      }
      const next = queue.splice(0, Math.min(AT_ONCE, A_PAGE - shown));
      pass(next);
      const read = (await Promise.all(next.map(article))).filter(Boolean);
      const fit = read.filter((one) => !bound || hasPhrase([one.title, ...one.text], words));
      without += read.length - fit.length;
      some.push(...fit.slice(skipped));
      skipped = Math.max(0, skipped - fit.length);
      shown += some.length;
    } while (!some.length && queue.length);
    const { results, whole, good } = search.results();
    periods = whole ? step : 0;
    const further = search.since() && some.length === AT_ONCE;
    return { some, last: shown >= A_PAGE || !(queue.length || further), whole, count: results.length - without, sure: search.sure && !(bound && queue.length), good: good - without };
  };
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
  const number = (name, least, most) => Math.min(most, Math.max(least, Math.floor(Number(query.get(name))) || 0));
  const [further, wanted] = [number("sau", 0, 99), number("trang", 1, 999)];
  const failed = () => {
    if (mine === turn) status.textContent = say.failed;
  };
  try {
    const search = await searched(words, { names, year: number("nam", 0, 9999) });
    const read = reading(search, words, wanted, further);
    const list = make("ol", { className: "search-list" });
    const below = make("div");
    const rest = make("p", { className: "search-rest", textContent: say.busy });
    const shown = [];
    const go = async () => {
      const { some, last, whole, good, count, sure } = await read();
      if (mine !== turn) return;
      const since = search.since();
      const page = Math.min(wanted, Math.max(1, Math.ceil(count / A_PAGE)));
      list.start = (page - 1) * A_PAGE + 1;
      shown.push(...some);
      list.append(...some.map((one) => entryOf(one, words)));
      if (shown.length && !list.parentNode) place.append(make("h2", { className: "unseen", textContent: say.results }), list);
      place.append(last ? "" : rest, below);
      if (last) rest.remove();
      const older = since && good < page * A_PAGE ? make("p", { className: "search-older" }, linkTo({ sau: further + 1 }, say.on)) : "";
      below.replaceChildren(...(last ? [pagerOf(page, count, since), older] : []), topicsOf(shown));
      const how = since ? 2 : sure ? 0 : 1;
      const said = !shown.length ? say.none(named) : whole ? say.found(count, named, how) : say.some(named, since);
      status.textContent = said + (since ? say.since(since % 100, Math.floor(since / 100)) : "");
      if (!last) watch.observe(rest);
    };
    const watch = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      watch.unobserve(rest);
      go().catch(failed);
    });
    await go();
  } catch {
    failed();
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

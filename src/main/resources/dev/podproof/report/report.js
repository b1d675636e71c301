"use strict";
(() => {
  const WORDS = { satisfied: "ok", violated: "failed", undecided: "undecided", unusable: "refused", infrastructure: "lost", skipped: "skipped" };
  const ORDER = ["infrastructure", "violated", "unusable", "undecided", "skipped", "satisfied"];
  const ROLES = { init: "init containers", sidecar: "sidecars", app: "containers", ephemeral: "ephemeral containers" };
  const byId = (id) => document.getElementById(id);
  const run = JSON.parse(byId("index").textContent);
  const scenarios = run.scenarios;

  // Text reaches the page through textContent and attributes alone, so none of it can become markup.
  function make(name, attributes = {}, ...children) {
    const svg = /^(svg|g|rect|text|line|path|circle|title)$/.test(name);
    const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children.filter((child) => child !== null));
    return node;
  }
  // Control characters and the sequences of terminals would be drawn as nothing, overrides of the direction of writing
  // would make a text look like another, and half of a surrogate pair is no character.
  const clean = (text) => text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, "\ufffd");
  const seconds = (value) => value.toFixed(2) + "s";
  const took = (value) => value < 100 ? seconds(value) : Math.floor(value / 60) + "m " + Math.round(value % 60) + "s";
  const at = (value) => (value < 0 ? "-" : "+") + Math.abs(value).toFixed(2) + "s";
  function when(from, to) {
    if (from === null) return to === null ? "at an unknown time" : "by " + at(to);
    if (to === null) return "from " + at(from) + " on";
    return to - from <= 0.05 ? "at " + at(to) : "between " + at(from) + " and " + at(to);
  }
  // A scenario that was run several times is told of as a whole, and each repetition after it.
  const repeated = new Map(run.repeated.map((one) => [one.file + ":" + one.line, one]));
  const whole = (scenario) => repeated.get(scenario.file + ":" + scenario.line);
  const place = (scenario) => scenario.file + ":" + scenario.line + (whole(scenario) ? "~" + scenario.repetition : "");
  const title = (scenario) => scenario.name + (whole(scenario) ? " (repetition " + scenario.repetition + " of " + whole(scenario).repetitions + ")" : "");
  const area = (scenario) => scenario.file;

  // --- the list and its filters ---
  const wanted = new Set();
  const list = byId("scenarios");
  const rows = scenarios.map((scenario) => {
    const summary = make("summary", {},
      make("span", { class: "pill" }, WORDS[scenario.outcome]),
      make("span", { class: "name" }, clean(title(scenario))),
      make("span", { class: "where" }, clean(place(scenario))),
      make("span", { class: "took" }, took(scenario.seconds)));
    const details = make("details", {}, summary);
    const item = make("li", { class: scenario.outcome, id: "s" + scenario.id }, details);
    details.addEventListener("toggle", () => {
      item.classList.toggle("open", details.open);
      if (details.open) fill(scenario, details);
    });
    const text = [title(scenario), place(scenario), ...scenario.tags].join(" ").toLowerCase();
    return { scenario, item, details, summary, text };
  });
  const groups = [];
  for (const row of rows) {
    const all = whole(row.scenario);
    if (all && !groups.some((group) => group.all === all)) {
      groups.push({ all, item: group(all) });
      list.append(groups[groups.length - 1].item);
    }
    row.item.classList.toggle("repetition", Boolean(all));
    list.append(row.item);
  }

  const count = (outcome) => scenarios.filter((scenario) => scenario.outcome === outcome).length;
  for (const outcome of ORDER.filter(count)) {
    const button = make("button", { type: "button", class: outcome, "aria-pressed": "false" }, count(outcome) + " " + WORDS[outcome]);
    button.addEventListener("click", () => {
      if (!wanted.delete(outcome)) wanted.add(outcome);
      button.setAttribute("aria-pressed", String(wanted.has(outcome)));
      filter();
    });
    byId("verdicts").append(button);
    byId("share").append(make("span", { class: outcome, style: "flex:" + count(outcome) + ";background:var(--c)" }));
  }
  const options = (id, all, values) => byId(id).append(make("option", { value: "" }, all), ...[...new Set(values)].sort().map((value) => make("option", { value }, value)));
  options("area", "every area", scenarios.map(area));
  options("tag", "every tag", scenarios.flatMap((scenario) => scenario.tags));
  byId("about").textContent = scenarios.length + (scenarios.length === 1 ? " scenario in " : " scenarios in ") + took(run.seconds)
    + "  \u00b7  " + (run.cluster || "no cluster") + "  \u00b7  " + run.began.replace("T", " ").slice(0, 19) + " UTC";
  document.title = (scenarios.every((s) => s.outcome === "satisfied" || s.outcome === "skipped") ? "ok" : "not ok") + " \u2013 Podproof report";

  function filter() {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const [inArea, tagged] = [byId("area").value, byId("tag").value];
    let shown = 0;
    for (const row of rows) {
      const fits = (wanted.size === 0 || wanted.has(row.scenario.outcome)) && (!inArea || area(row.scenario) === inArea)
        && (!tagged || row.scenario.tags.includes(tagged)) && words.every((word) => row.text.includes(word));
      row.item.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of groups) group.item.hidden = rows.every((row) => row.item.hidden || whole(row.scenario) !== group.all);
    byId("shown").textContent = shown + " of " + rows.length;
    byId("none").hidden = shown > 0;
  }
  byId("search").addEventListener("input", filter);
  byId("area").addEventListener("change", filter);
  byId("tag").addEventListener("change", filter);
  filter();

  // --- a scenario's details, made when they are first looked at ---
  function fill(scenario, details) {
    if (details.querySelector(".detail")) return;
    const told = JSON.parse(byId("d" + scenario.id).textContent);
    const body = make("div", { class: "detail" });
    if (scenario.tags.length) body.append(make("div", { class: "tags" }, ...scenario.tags.map((tag) => make("span", {}, tag))));
    const failed = told.steps.find((step) => step.outcome === scenario.outcome && scenario.outcome !== "satisfied");
    if (failed) body.append(make("h2", {}, WORDS[failed.outcome] + " at line " + failed.line), why(failed.text + "\n" + failed.because + "\nrerun     " + told.rerun));
    if (told.timeline) body.append(make("h2", {}, "Timeline"), ...chart(scenario, told));
    body.append(make("h2", {}, "Steps"), steps(scenario, told));
    if (told.timeline) evidence(body, told.timeline, scenario);
    if (told.cut) body.append(make("p", { class: "because" }, "Some of this was shortened to keep the page small."));
    details.append(body);
  }

  // A line that is too long for the page goes on beneath its words, not beneath its label.
  const why = (text) => make("pre", { class: "why", tabindex: "0" }, ...clean(text).split("\n").map((line) => make("div", {}, line || " ")));

  function steps(scenario, told) {
    return table(["", "decided", "step"], told.steps.map((step) => {
      const link = make("a", { href: "#" + encodeURI(place(scenario)) + "@" + step.line }, clean(step.text));
      const because = step.because && step.because !== "done" && step.outcome !== "violated" ? make("div", { class: "because" }, clean(step.because)) : null;
      return { id: "s" + scenario.id + "-" + step.line, class: step.outcome,
        cells: [make("span", { class: "pill" }, WORDS[step.outcome]), at(step.at), make("div", {}, link, because)] };
    }));
  }

  // --- what the repetitions of a scenario come to ---
  function group(all) {
    const rate = all.satisfied + " of " + all.repetitions + " ok";
    const summary = make("summary", {}, make("span", { class: "pill" }, rate), make("span", { class: "name" }, clean(all.name)),
      make("span", { class: "where" }, clean(all.file + ":" + all.line)), make("span", { class: "took" }, "\u00d7 " + all.repetitions));
    const details = make("details", {}, summary);
    details.addEventListener("toggle", () => { if (details.open && !details.querySelector(".detail")) details.append(repetitions(all)); });
    details.open = Boolean(all.parting);
    return make("li", { class: "group " + (all.unsatisfied ? "violated" : all.satisfied ? "satisfied" : "skipped") }, details);
  }
  function repetitions(all) {
    const body = make("div", { class: "detail" });
    if (all.parting) {
      const { first, log } = all.parting;
      const told = (what) => "repetition " + all.parting.unsatisfied + " (not satisfied)  " + what.inUnsatisfied + "\nrepetition " + all.parting.satisfied + " (satisfied)  " + what.inSatisfied;
      body.append(make("h2", {}, "Where one that was not satisfied parts from one that was"),
        why(first ? first.what + (first.always ? ", which parts all " + all.satisfied + " that were satisfied from all " + all.unsatisfied + " that were not" : "") + "\n" + told(first) : "nothing that was seen parts them but the times"));
      if (log) body.append(make("h2", {}, "The first line of a log that differs"), why(log.what + "\n" + told(log)));
    }
    body.append(make("h2", {}, "Steps"), table(["satisfied", "reached", "step"], all.steps.map((step) => ({ cells: [String(step.satisfied), String(step.reached), clean(step.text)] }))));
    if (all.moments.length) body.append(make("h2", {}, "Moments, after the first action"), table(["least", "median", "most", "in", "moment"], all.moments.map((one) => (
      { cells: [at(one.least), at(one.median), at(one.most), String(one.seen), clean(one.what) + (one.known > 0.05 ? " (each known to " + one.known.toFixed(1) + "s)" : "")] }))));
    return body;
  }

  function table(heads, lines) {
    const head = make("tr", {}, ...heads.map((text) => text ? make("th", { scope: "col" }, text) : make("td")));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...lines.map((line) =>
      make("tr", { ...(line.id ? { id: line.id } : {}), class: line.class || "" }, ...line.cells.map((cell) =>
        typeof cell === "string" && /^[+-]?[\d.]+s?$/.test(cell) ? make("td", { class: "num" }, cell) : make("td", {}, cell))))));
  }

  function evidence(body, timeline, scenario) {
    for (const pod of timeline.pods) {
      body.append(make("h2", {}, "Containers of pod " + clean(pod.name) + (pod.phase ? ", " + pod.phase : "")));
      body.append(table(["container", "role", "state", "last exit", "restarts", "ready", "image"], pod.lanes.map((lane) => ({
        cells: [clean(lane.name), lane.role, clean(lane.state + (lane.message ? ": " + lane.message : "")), lane.exit || "\u2013", String(lane.restarts), lane.ready ? "yes" : "no", clean(lane.image)] }))));
      const events = [...pod.marks, ...pod.lanes.flatMap((lane) => lane.marks)].filter((mark) => mark[0] === "event").sort((one, other) => one[2] - other[2]);
      if (events.length) body.append(make("h2", {}, "Events of pod " + clean(pod.name)), table(["heard", "event"], events.map((mark) => ({ cells: [at(mark[2] ?? 0), clean(mark[3])] }))));
      for (const lane of pod.lanes) for (const log of lane.logs) {
        if (!log.tail.length) continue;
        const lines = log.tail.flatMap(([stamp, text]) => [make("time", {}, at(stamp).padStart(8)), "  " + clean(text) + "\n"]);
        const label = "Log of " + clean(lane.name) + (log.run > 1 || lane.logs.length > 1 ? ", run " + log.run : "") + ", last " + log.tail.length + " of " + log.count + (log.count === 1 ? " line" : " lines");
        body.append(make("h2", {}, label), make("pre", { id: logId(scenario, pod, lane, log.run), tabindex: "0", "aria-label": label, role: "group" }, ...lines));
      }
    }
  }
  const logId = (scenario, pod, lane, number) => ["log", scenario.id, pod.uid, lane.name, number].join("-");

  // --- the timeline ---
  const LEFT = 204, WIDE = 1200, RIGHT = 14, ROW = 24;
  function chart(scenario, told) {
    const timeline = told.timeline;
    const ends = [timeline.end, ...timeline.windows.map((w) => w[3])];
    const end = Math.max(...ends, 0.1), first = firstOfPods(timeline, end);
    // A long wait before the first pod, such as for an image's name, would press its life into a corner.
    const begin = first > end * 0.4 ? Math.floor((first - (end - first) * 0.1) * 10) / 10 : Math.min(0, ...timeline.windows.map((w) => w[2]));
    const x = (value) => LEFT + (Math.min(Math.max(value, begin), end) - begin) / (end - begin) * (WIDE - LEFT - RIGHT);
    const wide = (from, to) => x(to) - x(from) > 3;
    const picked = make("div", { class: "picked", role: "status" }, "Point at anything for what it is; click it to keep it here with its evidence.");
    const parts = [];
    let y = 26;
    const label = (text, style = "", indent = 8) => parts.push(make("text", { x: indent, y: y + 15, class: style }, text.length > 26 ? text.slice(0, 25) + "\u2026" : text));

    function hit(text, target, ...shapes) {
      const node = make("g", { class: "hit", tabindex: "-1", role: "img", "aria-label": text }, ...shapes);
      node.addEventListener("pointermove", (event) => tip(text, event.clientX, event.clientY));
      node.addEventListener("pointerleave", () => { byId("tip").hidden = true; });
      node.addEventListener("focus", () => { const box = node.getBoundingClientRect(); tip(text, box.left, box.bottom); });
      node.addEventListener("blur", () => { byId("tip").hidden = true; });
      const keep = () => {
        picked.textContent = text;
        const found = target && byId(target);
        if (found) { found.scrollIntoView({ block: "nearest" }); found.classList.add("here"); }
      };
      node.addEventListener("click", keep);
      node.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { keep(); event.preventDefault(); } });
      return node;
    }
    const SHAPES = {
      probe: (cx, cy) => make("path", { d: `M${cx} ${cy - 6}l5 9h-10z`, class: "probe" }),
      restart: (cx, cy) => make("path", { d: `M${cx - 5} ${cy - 5}l10 10m0 -10l-10 10`, class: "restart", stroke: "var(--bad)", "stroke-width": 2.4 }),
      event: (cx, cy) => make("circle", { cx, cy, r: 3.6, class: "event" }),
      log: (cx, cy) => make("rect", { x: cx - 1, y: cy - 8, width: 2, height: 16, class: "log" }),
      pod: (cx, cy) => make("path", { d: `M${cx} ${cy - 5}l5 5l-5 5l-5 -5z`, class: "podmark" }),
      action: (cx, cy) => make("path", { d: `M${cx - 5} ${cy - 6}h10l-5 11z`, class: "action" }),
      dependency: (cx, cy) => make("path", { d: `M${cx - 6} ${cy}l6 -6l6 6l-6 6z`, class: "dependency" }),
    };
    function mark([kind, from, to, words, witness], middle, target) {
      const text = clean(words) + "\n" + when(from, to) + (witness ? " (" + witness + ")" : "");
      const low = from ?? begin, high = to ?? end;
      if (kind === "gap") return hit(text, target, make("rect", { x: x(low), y: middle - 8, width: Math.max(2, x(high) - x(low)), height: 16, class: "gap" }));
      const shape = SHAPES[kind](x(high), middle);
      // Where only an upper bound is known the mark stands at it; a whisker shows a known width.
      const whisker = from !== null && to !== null && wide(low, high) ? make("line", { x1: x(low), x2: x(high), y1: middle, y2: middle, class: "whisker" }) : null;
      return hit(text, target, whisker || shape, whisker ? shape : null);
    }
    function span([stage, b0, b1, e0, e1, words, witnesses], role) {
      const low = b0 ?? begin, sure = b1 ?? low, until = e0 ?? sure, high = e1 ?? until;
      const still = e1 === null;
      const solidEnd = still ? end : Math.max(until, sure);
      const text = clean(words) + "\nbegan " + when(b0, b1) + (still ? ", and did not end" : ", ended " + when(e0, e1)) + (witnesses ? "\n" + witnesses : "");
      const height = stage === "running" ? 14 : stage === "waiting" ? 8 : 3, top = y + 12 - height / 2;
      const shapes = [make("rect", { x: x(sure), y: top, width: Math.max(stage === "running" ? 2.5 : 0.5, x(solidEnd) - x(sure)), height, rx: 2.5, class: stage })];
      if (b0 !== null && stage === "running" && wide(low, sure)) shapes.push(...fuzzy(low, sure, top, height));
      if (!still && e0 !== null && stage === "running" && wide(solidEnd, high)) shapes.push(...fuzzy(solidEnd, high, top, height));
      const bad = /exited (?!0\b)\d+/.test(words) && stage === "running" && !still;
      if (bad) shapes.push(make("rect", { x: x(high) - 3, y: top - 2, width: 3.5, height: height + 4, class: "fail" }));
      const node = hit(text, null, ...shapes);
      node.classList.add(role);
      const length = x(solidEnd) - x(sure);
      const short = stage === "waiting" && words.match(/\((.+)\)/) ? words.match(/\((.+)\)/)[1] : "";
      if (short && length > short.length * 6.4) node.append(make("text", { x: x(sure) + 5, y: y + 16, class: "soft", style: "font-size:10.5px;pointer-events:none" }, clean(short)));
      return node;
    }
    const fuzzy = (from, to, top, height) => [
      make("rect", { x: x(from), y: top + 2, width: x(to) - x(from), height: height - 4, class: "fuzzy" }),
      make("line", { x1: x(from), x2: x(from), y1: top - 1, y2: top + height + 1, class: "edge" }),
      make("line", { x1: x(to), x2: x(to), y1: top - 1, y2: top + height + 1, class: "edge" })];

    const row = (draw) => { draw(); y += ROW; };
    row(() => {
      label("steps", "soft");
      for (const [number, , from, to] of timeline.windows) {
        const step = told.steps.find((one) => one.line === number) || told.steps[0];
        const text = clean(step.text) + "\n" + WORDS[step.outcome] + ", from " + at(from) + " to " + at(to);
        const node = hit(text, "s" + scenario.id + "-" + number, make("rect", { x: x(from), y: y + 3, width: Math.max(1.5, x(to) - x(from)), height: 18, rx: 3, class: "step" }));
        node.classList.add(step.outcome);
        if (x(to) - x(from) > 34) node.append(make("text", { x: x(from) + 5, y: y + 16, class: "instep" }, ":" + number));
        parts.push(node);
      }
    });
    row(() => { label("harness", "soft"); timeline.marks.forEach((one) => parts.push(mark(one, y + 12))); });
    for (const pod of timeline.pods) {
      row(() => {
        parts.push(make("line", { x1: 0, x2: WIDE, y1: y + 1, y2: y + 1, class: "grid" }));
        label((pod.ours ? "dependency " : "pod ") + clean(pod.name), "pod");
        pod.marks.forEach((one) => parts.push(mark(one, y + 12)));
      });
      for (const role of Object.keys(ROLES)) {
        const lanes = pod.lanes.filter((lane) => lane.role === role);
        if (!lanes.length) continue;
        parts.push(make("text", { x: 16, y: y + 11, class: "soft", style: "font-size:10px" }, ROLES[role]));
        y += 14;
        for (const lane of lanes) row(() => {
          label(clean(lane.name), "", 24);
          lane.spans.forEach((one) => parts.push(span(one, role)));
          const target = lane.logs.length ? logId(scenario, pod, lane, lane.logs[lane.logs.length - 1].run) : null;
          lane.marks.forEach((one) => parts.push(mark(one, y + 12, one[0] === "log" ? target : null)));
        });
      }
      y += 4;
    }
    const grid = [];
    const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600].find((one) => (end - begin) / one <= 12) || 7200;
    for (let tick = Math.ceil(begin / step) * step; tick <= end + 1e-9; tick += step) {
      grid.push(make("line", { x1: x(tick), x2: x(tick), y1: 20, y2: y, class: "grid" }), make("text", { x: Math.min(x(tick), WIDE - 22), y: 14, "text-anchor": "middle", class: "soft" }, "+" + Number(tick.toFixed(2)) + "s"));
    }
    const drawing = make("svg", { viewBox: `0 0 ${WIDE} ${y + 4}`, role: "group", "aria-label": "Timeline; arrow keys go from moment to moment" }, ...grid, ...parts);
    const stops = [...drawing.querySelectorAll(".hit")];
    if (stops.length) stops[0].setAttribute("tabindex", "0");
    drawing.addEventListener("keydown", (event) => {
      const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const here = stops.indexOf(document.activeElement);
      if (!move || here < 0) return;
      const next = stops[Math.min(Math.max(here + move, 0), stops.length - 1)];
      stops[here].setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
      event.preventDefault();
    });
    const key = (colour, text) => make("span", {}, make("i", { style: "background:" + colour }), text);
    const legend = make("div", { class: "legend" }, key("var(--wait)", "waiting"), key("var(--init)", "init runs"), key("var(--sidecar)", "sidecar runs"), key("var(--app)", "container runs"), key("var(--soft)", "terminated, log"),
      key("var(--ok)", "probes turned"), key("var(--bad)", "failed exit, restart"), key("var(--open)", "event"), key("var(--lost)", "pod"), key("var(--dep)", "dependency"), make("span", {}, "dashed edges: somewhere in between"));
    return [make("div", { class: "chart" }, drawing, legend), picked];
  }
  function firstOfPods(timeline, end) {
    const moments = timeline.pods.flatMap((pod) => [...pod.marks, ...pod.lanes.flatMap((lane) => [...lane.marks, ...lane.spans])]).map((one) => one[1] ?? one[2]).filter((one) => one !== null);
    return Math.min(end, ...moments) === end ? 0 : Math.min(...moments);
  }
  function tip(text, left, top) {
    const box = byId("tip");
    box.textContent = text;
    box.hidden = false;
    box.style.left = Math.max(4, Math.min(left + 14, innerWidth - box.offsetWidth - 8)) + "px";
    box.style.top = (top + 18 + box.offsetHeight > innerHeight ? top - box.offsetHeight - 10 : top + 18) + "px";
  }

  // --- links, keys, print, theme ---
  // A link that somebody typed may be none.
  function decoded(text) {
    try { return decodeURI(text); } catch { return text; }
  }
  function follow() {
    const [wantedPlace, line] = decoded(location.hash.slice(1)).split("@");
    const row = rows.find((one) => place(one.scenario) === wantedPlace);
    if (!row) return;
    row.item.hidden = false;
    row.details.open = true;
    row.item.classList.add("open");
    fill(row.scenario, row.details);
    document.querySelectorAll("tr.here").forEach((one) => one.classList.remove("here"));
    const step = line && byId("s" + row.scenario.id + "-" + line);
    if (step) step.classList.add("here");
    (step || row.item).scrollIntoView({ block: step ? "center" : "start" });
    row.summary.focus({ preventScroll: true });
  }
  addEventListener("hashchange", follow);
  list.addEventListener("click", (event) => {
    const summary = event.target.closest("summary");
    const row = summary && rows.find((one) => one.summary === summary);
    if (row && !row.details.open) history.replaceState(null, "", "#" + encodeURI(place(row.scenario)));
  });
  function go(by, fits) {
    const visible = rows.filter((row) => !row.item.hidden && fits(row));
    if (!visible.length) return;
    const here = rows.findIndex((row) => row.item.contains(document.activeElement));
    const next = by > 0 ? visible.find((row) => rows.indexOf(row) > here) : visible.filter((row) => rows.indexOf(row) < here).pop();
    (next || (by > 0 ? visible[0] : visible[visible.length - 1])).summary.focus();
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      byId("search").value = "";
      byId("area").value = "";
      byId("tag").value = "";
      wanted.clear();
      byId("verdicts").querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", "false"));
      filter();
      document.activeElement.blur();
      return;
    }
    if (/^(INPUT|SELECT)$/.test(event.target.tagName)) return;
    const keys = { "/": () => byId("search").focus(), j: () => go(1, () => true), k: () => go(-1, () => true),
      f: () => go(1, (row) => row.scenario.outcome !== "satisfied" && row.scenario.outcome !== "skipped") };
    if (keys[event.key]) { keys[event.key](); event.preventDefault(); }
  });
  addEventListener("beforeprint", () => rows.filter((row) => !row.item.hidden && row.scenario.outcome !== "satisfied" && row.scenario.outcome !== "skipped").forEach((row) => { row.details.open = true; fill(row.scenario, row.details); }));
  // Paper is light, whatever the screen is.
  let chosen = null;
  addEventListener("beforeprint", () => { chosen = document.documentElement.dataset.theme ?? null; document.documentElement.dataset.theme = "light"; });
  addEventListener("afterprint", () => { if (chosen === null) delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = chosen; });
  byId("theme").addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
  });
  follow();
  if (!location.hash) { const first = rows.filter((row) => row.scenario.outcome === "violated"); if (first.length === 1) first[0].details.open = true; }
})();

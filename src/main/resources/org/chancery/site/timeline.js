"use strict";
(async () => {
  if (!document.getElementById("drawing")) return;
  const view = await Pictures.load();
  if (!view) return;
  Pictures.legend();
  Pictures.names([...new Map(view.items.map((item) => [item.thing.href, item.thing])).values()]);

  const LANES = [["meeting", "Meetings", 21], ["signing", "Signings", 21], ["tenure", "Tenures, as attested", 28]];
  const TOP = 30;
  const HEAD = 24;
  const day = d3.utcParse("%Y-%m-%d");
  const items = view.items.map((item) => ({ ...item, begin: day(item.first), end: d3.utcDay.offset(day(item.last), 1) }));

  const svg = d3.select("#drawing");
  const node = svg.node();
  const first = d3.min(items, (item) => item.begin);
  const last = d3.max(items, (item) => item.end);
  const margin = Math.max(5, Math.round(d3.utcDay.count(first, last) * 0.04));
  const base = d3.scaleUtc().domain([d3.utcDay.offset(first, -margin), d3.utcDay.offset(last, margin)]);
  let scale = base;

  const backs = svg.append("g").attr("aria-hidden", "true");
  const axis = svg.append("g").attr("class", "axis").attr("aria-hidden", "true");
  const heads = svg.append("g").attr("aria-hidden", "true");
  const things = svg.append("g").selectAll("a").data(items).join("a")
    .attr("class", (item) => "thing kind-" + (item.kind === "tenure" ? "official" : item.kind === "signing" ? "agreement" : "meeting")
      + (item.status === "asserted" ? "" : " hollow hollow-" + item.status))
    .attr("href", (item) => Pictures.page(item.thing) || null)
    .attr("role", "link")
    .attr("aria-label", (item) => [item.thing.name, item.kind, days(item), item.status === "asserted" ? "" : item.status, ...item.with.map((other) => other.name)].filter(Boolean).join(", "));
  things.append("rect").attr("class", "ring").attr("rx", 4);
  const signs = things.append("path").attr("class", "sign");
  const labels = things.append("text").text((item) => {
    const office = item.kind === "tenure" && item.with.length ? ": " + item.with[0].name : "";
    const told = item.status === "asserted" ? "" : " (" + item.status + ")";
    return Pictures.short(item.thing.name + office, item.kind === "tenure" ? 64 : 30) + told;
  });
  labels.each(function (item) {
    item.width = this.getComputedTextLength() || 7 * this.textContent.length;
  });

  function days(item) {
    const span = item.first === item.last ? item.first : item.first + " to " + item.last;
    return (item.kind === "tenure" ? "attested " : "") + span;
  }

  const x0 = (item) => scale(item.begin);
  const x1 = (item) => Math.max(scale(item.end), scale(item.begin) + 4);
  const middle = (item) => (item.first === item.last ? (x0(item) + x1(item)) / 2 : x0(item));

  /** In the lowest row that is free; rows stay as they are when the view is zoomed. */
  function pack() {
    const width = node.clientWidth;
    base.range([0, width]);
    scale = base;
    let y = TOP;
    const lanes = [];
    for (const [kind, name, height] of LANES) {
      const own = items.filter((item) => item.kind === kind);
      if (own.length === 0) continue;
      const rows = [];
      for (const item of own) {
        const mark = kind === "tenure" ? x0(item) : middle(item) - 7;
        const reach = kind === "tenure" ? Math.max(x1(item), x0(item) + item.width) : middle(item) + 12 + item.width;
        // Near the right edge the name stands on the left.
        item.left = reach > width - 4;
        const from = item.left ? Math.min(mark, (kind === "tenure" ? x1(item) : middle(item) - 12) - item.width) : mark;
        const to = item.left ? (kind === "tenure" ? x1(item) : middle(item) + 8) : reach;
        let row = rows.findIndex((free) => free.every(([a, b]) => to + 10 < a || from - 10 > b));
        if (row < 0) row = rows.push([]) - 1;
        rows[row].push([from, to]);
        item.row = row;
        item.lane = lanes.length;
      }
      lanes.push({ name, y, height: HEAD + rows.length * height + 8 });
      for (const item of own) item.y = y + HEAD + item.row * height + height / 2;
      y += HEAD + rows.length * height + 8;
    }
    svg.style("height", Math.max(160, y + 6) + "px");
    backs.selectAll("rect").data(lanes).join("rect")
      .attr("class", (lane, i) => "lane" + (i % 2 ? " even" : ""))
      .attr("y", (lane) => lane.y).attr("height", (lane) => lane.height).attr("width", "100%");
    heads.selectAll("text").data(lanes).join("text").attr("class", "lane-name")
      .attr("x", 10).attr("y", (lane) => lane.y + 17).text((lane) => lane.name);
  }

  function redraw(transform) {
    scale = transform.rescaleX(base);
    const width = node.clientWidth;
    const height = node.clientHeight;
    const longest = d3.utcDay.count(...scale.domain());
    const ticks = Math.max(2, Math.floor(width / 110));
    const every = longest < ticks ? d3.utcDay.every(1) : ticks;
    axis.attr("transform", `translate(0,${TOP - 6})`)
      .call(d3.axisTop(scale).ticks(every).tickSize(-(height - TOP)).tickFormat(longest > 900 ? d3.utcFormat("%Y-%m") : d3.utcFormat("%Y-%m-%d")));
    signs.attr("d", (item) => {
      if (item.kind === "tenure" || item.first !== item.last) {
        const thick = item.kind === "tenure" ? 8 : 12;
        const path = d3.path();
        const top = item.kind === "tenure" ? 4 : -6;
        path.roundRect ? path.roundRect(0, top, x1(item) - x0(item), thick, 3) : path.rect(0, top, x1(item) - x0(item), thick);
        return path.toString();
      }
      return Pictures.shape(item.kind === "signing" ? "agreement" : "meeting", 6);
    });
    things.attr("transform", (item) => `translate(${item.kind === "tenure" ? x0(item) : middle(item)},${item.y})`);
    labels
      .attr("text-anchor", (item) => (item.left ? "end" : "start"))
      .attr("x", (item) => {
        if (item.kind !== "tenure") {
          const long = item.first === item.last ? 0 : x1(item) - x0(item);
          return item.left ? -11 : 11 + long;
        }
        if (item.left) return x1(item) - x0(item);
        // A long bar keeps its name in view.
        return Math.max(0, Math.min(6 - x0(item), x1(item) - x0(item) - item.width));
      })
      .attr("y", (item) => (item.kind === "tenure" ? 0 : 4));
    things.select(".ring")
      .attr("x", -9).attr("y", (item) => (item.kind === "tenure" ? 0 : -10)).attr("height", (item) => (item.kind === "tenure" ? 16 : 20))
      .attr("width", (item) => (item.kind === "tenure" || item.first !== item.last ? x1(item) - x0(item) : 0) + 18);
  }

  function home() {
    pack();
    return d3.zoomIdentity;
  }

  const span = Math.max(30, d3.utcDay.count(...base.domain()));
  const stage = Pictures.stage({ redraw, extent: [1, span / 4], home, sideways: true });

  function tell(item) {
    const list = Pictures.element("ul");
    for (const other of item.with) {
      const row = Pictures.element("li");
      row.append(Pictures.linked(other), " ", Pictures.element("span", other.kind, "kind"));
      list.append(row);
    }
    const states = Pictures.element("p");
    states.append(Pictures.status(item.status), " " + days(item));
    const opens = Pictures.page(item.thing)
      ? [Pictures.actions(Pictures.link(Pictures.page(item.thing), "Open its page", "button"), Pictures.link(Pictures.about(item.thing), "Only what concerns it", "button plain"))]
      : [];
    Pictures.details(
      Pictures.element("h2", item.thing.name),
      Pictures.element("p", item.kind + (item.note ? ", " + item.note : "") + ", " + Pictures.times(item.articles, "article", "articles"), "kind"),
      states, ...opens, list);
  }

  const at = (item) => [item.kind === "tenure" ? Math.max(0, x0(item)) : middle(item), item.y];
  things
    .on("mouseenter", (event, item) => tell(item))
    .on("focus.tell", (event, item) => {
      tell(item);
      stage.reveal(...at(item));
    });
  Pictures.rove(things, at, (item) => {
    if (Pictures.page(item.thing)) location.href = Pictures.page(item.thing);
  });
})();

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
  const MOST_ROWS = 14;
  const day = d3.utcParse("%Y-%m-%d");
  const items = view.items.map((item) => ({ ...item, begin: day(item.first), end: d3.utcDay.offset(day(item.last), 1) }));

  const svg = d3.select("#drawing");
  const node = svg.node();
  const padded = ([first, last]) => {
    const margin = Math.max(5, Math.round(d3.utcDay.count(first, last) * 0.04));
    return [d3.utcDay.offset(first, -margin), d3.utcDay.offset(last, margin)];
  };
  const whole = padded([d3.min(items, (item) => item.begin), d3.max(items, (item) => item.end)]);
  // A few days far off would press all others together: the view begins where most of them are.
  const begins = items.map((item) => item.begin).sort(d3.ascending);
  const ends = items.map((item) => item.end).sort(d3.ascending);
  const most = padded([d3.quantile(begins, 0.04), d3.quantile(ends, 0.96)].map((at) => d3.utcDay(at)));
  const crowded = items.length > 20 && d3.utcDay.count(...most) < d3.utcDay.count(...whole) / 2;
  const base = d3.scaleUtc().domain(crowded ? most : whole);
  let scale = base;

  const backs = svg.append("g").attr("aria-hidden", "true");
  const axis = svg.append("g").attr("class", "axis").attr("aria-hidden", "true");
  const heads = svg.append("g").attr("aria-hidden", "true");
  const things = svg.append("g").selectAll("a").data(items).join("a")
    .attr("class", (item) => "thing kind-" + (item.kind === "tenure" ? "official" : item.kind === "signing" ? "agreement" : "meeting")
      + (item.status === "asserted" ? "" : " hollow hollow-" + item.status))
    .attr("href", (item) => Pictures.page(item.thing) || null)
    .attr("role", "link")
    .attr("aria-label", (item) => [item.thing.name, item.kind, told(item), item.status === "asserted" ? "" : item.status, ...item.with.map((other) => other.name)].filter(Boolean).join(", "));
  things.append("rect").attr("class", "ring").attr("rx", 4);
  const signs = things.append("path").attr("class", "sign");
  const outside = svg.append("text").attr("class", "lane-name").attr("text-anchor", "end").attr("aria-hidden", "true");
  const labels = Pictures.nameLayer(svg, [...items].sort((a, b) => b.articles - a.articles), (item) => {
    const office = item.kind === "tenure" && item.with.length ? ": " + item.with[0].name : "";
    const told = item.status === "asserted" ? "" : " (" + item.status + ")";
    return Pictures.short(item.thing.name + office, item.kind === "tenure" ? 64 : 34) + told;
  });

  function told(item) {
    const span = item.first === item.last ? item.first : item.first + " to " + item.last;
    return (item.kind === "tenure" ? "attested " : "") + span;
  }

  const x0 = (item) => scale(item.begin);
  const x1 = (item) => Math.max(scale(item.end), scale(item.begin) + 6);
  /** Several days, and room enough to draw them. */
  const isLong = (item) => item.first !== item.last && x1(item) - x0(item) > 14;
  const middle = (item) => (isLong(item) ? x0(item) : (x0(item) + x1(item)) / 2);

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
        if (row < 0 && (kind === "tenure" || rows.length < MOST_ROWS)) row = rows.push([]) - 1;
        // No room for its name: where its neighbours are furthest off.
        if (row < 0) row = d3.maxIndex(rows, (free) => d3.min(free, ([, , at]) => Math.abs(at - mark)));
        rows[row].push([from, to, mark]);
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
    let marks = longest < ticks ? scale.ticks(d3.utcDay.every(1)) : scale.ticks(ticks);
    while (marks.length > 2 && width / marks.length < 90) marks = marks.filter((mark, i) => i % 2 === 0);
    marks = marks.filter((mark) => scale(mark) > 40 && scale(mark) < width - 40);
    axis.attr("transform", `translate(0,${TOP - 6})`)
      .call(d3.axisTop(scale).tickValues(marks).tickSize(-(height - TOP)).tickFormat(longest > 900 ? d3.utcFormat("%Y-%m") : d3.utcFormat("%Y-%m-%d")));
    signs.attr("d", (item) => {
      if (item.kind === "tenure" || isLong(item)) {
        const thick = item.kind === "tenure" ? 8 : 12;
        const path = d3.path();
        const top = item.kind === "tenure" ? 4 : -6;
        path.roundRect ? path.roundRect(0, top, x1(item) - x0(item), thick, 3) : path.rect(0, top, x1(item) - x0(item), thick);
        return path.toString();
      }
      return Pictures.shape(item.kind === "signing" ? "agreement" : "meeting", 6);
    });
    things.attr("transform", (item) => `translate(${item.kind === "tenure" ? x0(item) : middle(item)},${item.y})`);
    name(width);
    const early = items.filter((item) => scale(item.end) < 0).length;
    const late = items.filter((item) => scale(item.begin) > width).length;
    const parts = [early && early + " earlier", late && late + " later"].filter(Boolean);
    outside.attr("x", width - 10).attr("y", TOP + 17).text(parts.length ? parts.join(" and ") + " out of view" : "");
    things.select(".ring")
      .attr("x", -9).attr("y", (item) => (item.kind === "tenure" ? 0 : -10)).attr("height", (item) => (item.kind === "tenure" ? 16 : 20))
      .attr("width", (item) => (item.kind === "tenure" || isLong(item) ? x1(item) - x0(item) : 0) + 18);
  }

  /** A name stands beside its sign, on the other side if that is taken, or gives way. */
  function name(width) {
    const rows = d3.group(items, (item) => item.y);
    const taken = new Map([...rows].map(([y, own]) => [y, own.filter((item) => item.kind !== "tenure")
      .map((item) => ({ owner: item, from: middle(item) - 7, to: (isLong(item) ? x1(item) : middle(item)) + 7 }))]));
    labels.each(function (item) {
      const here = taken.get(item.y);
      let ways;
      if (item.kind === "tenure") {
        // A long bar keeps its name in view.
        const from = Math.max(x0(item), Math.min(6, x1(item) - item.width));
        ways = item.left ? [x1(item) - item.width, from] : [from, x1(item) - item.width];
      } else {
        ways = [(isLong(item) ? x1(item) : middle(item)) + 11, middle(item) - 11 - item.width];
        if (item.left) ways.reverse();
      }
      const free = ways.find((from) => ((from > 2 && from + item.width < width - 2) || item.kind === "tenure")
        && !here.some((other) => other.owner !== item && from - 4 < other.to && from + item.width + 4 > other.from));
      const from = free === undefined ? ways[0] : free;
      if (free !== undefined) here.push({ owner: item, from, to: from + item.width });
      this.classList.toggle("given-way", free === undefined);
      this.setAttribute("x", from);
      this.setAttribute("y", item.y + (item.kind === "tenure" ? 0 : 4));
    });
  }

  function home() {
    pack();
    return d3.zoomIdentity;
  }

  const days = (domain) => Math.max(30, d3.utcDay.count(...domain));
  const least = Math.min(1, days(base.domain()) / days(whole));
  const stage = Pictures.stage({
    redraw, home, sideways: true,
    extent: [least, days(base.domain()) / 4],
    all: () => {
      const k = (base(whole[1]) - base(whole[0])) ? node.clientWidth / (base(whole[1]) - base(whole[0])) : 1;
      return d3.zoomIdentity.scale(k).translate(-base(whole[0]), 0);
    },
  });

  function tell(item) {
    const list = Pictures.element("ul");
    for (const other of item.with) {
      const row = Pictures.element("li");
      row.append(Pictures.linked(other), " ", Pictures.element("span", other.kind, "kind"));
      list.append(row);
    }
    const states = Pictures.element("p");
    states.append(Pictures.status(item.status), " " + told(item));
    const opens = Pictures.page(item.thing)
      ? [Pictures.actions(Pictures.link(Pictures.page(item.thing), "Open its page", "button"), Pictures.link(Pictures.about(item.thing), "Only what concerns it", "button plain"))]
      : [];
    Pictures.details(
      Pictures.element("h2", item.thing.name),
      Pictures.element("p", item.kind + (item.note ? ", " + item.note : "") + ", " + Pictures.times(item.articles, "article", "articles"), "kind"),
      states, ...opens, list);
  }

  function choose(item) {
    tell(item);
    labels.classed("chosen", (other) => other === item);
    things.classed("chosen", (other) => other === item);
  }

  const at = (item) => [item.kind === "tenure" ? Math.max(0, x0(item)) : middle(item), item.y];
  things
    .on("mouseenter", (event, item) => choose(item))
    .on("focus.tell", (event, item) => {
      choose(item);
      stage.reveal(...at(item));
    });
  Pictures.rove(things, at, (item) => {
    if (Pictures.page(item.thing)) location.href = Pictures.page(item.thing);
  });
})();

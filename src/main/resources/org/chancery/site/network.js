"use strict";
(async () => {
  if (!document.getElementById("drawing")) return;
  const view = await Pictures.load();
  if (!view) return;
  Pictures.legend();
  Pictures.names(view.nodes.map((node) => node.thing));

  const nodes = view.nodes.map((node, i) => ({ ...node, i, r: Math.min(20, 4.5 + 1.7 * Math.sqrt(node.reports)) }));
  const edges = view.edges.map((edge) => ({ ...edge, source: nodes[edge.from], target: nodes[edge.to] }));
  const links = nodes.map(() => []);
  for (const edge of edges) {
    links[edge.from].push(edge);
    links[edge.to].push(edge);
  }
  // Between the same two things, edges are bent apart.
  const pairs = d3.group(edges, (edge) => Math.min(edge.from, edge.to) + " " + Math.max(edge.from, edge.to));
  for (const pair of pairs.values()) {
    pair.forEach((edge, i) => {
      edge.bend = (i - (pair.length - 1) / 2) * 14 * (edge.from < edge.to ? 1 : -1);
    });
  }
  place();

  /** The same graph looks the same: neither the start nor the forces know chance. */
  function place() {
    const degree = (node) => links[node.i].length;
    const force = d3.forceSimulation(nodes)
      .force("link", d3.forceLink(edges)
        .distance((edge) => 42 + edge.source.r + edge.target.r + 3 * Math.sqrt(Math.max(degree(edge.source), degree(edge.target))))
        .strength((edge) => (edge.relation === "represents" ? 0.5 : 1) / Math.min(degree(edge.source), degree(edge.target))))
      .force("charge", d3.forceManyBody().strength(-260).distanceMax(600))
      .force("x", d3.forceX().strength(0.05))
      .force("y", d3.forceY().strength(0.085))
      .force("collide", d3.forceCollide((node) => node.r + 11))
      .stop();
    force.tick(320);
  }

  const svg = d3.select("#drawing");
  const lines = svg.append("g").attr("aria-hidden", "true").selectAll("path").data(edges).join("path")
    .attr("class", (edge) => "edge " + edge.relation + " status-" + edge.status)
    .attr("stroke-width", (edge) => (edge.relation === "represents" ? 1 : 1.2 + Math.min(4, Math.sqrt(edge.articles) - 0.4)));
  const things = svg.append("g").selectAll("g").data(nodes).join("g")
    .attr("class", (node) => "thing draggable kind-" + node.thing.kind)
    .attr("role", "link")
    .attr("aria-label", (node) => [node.thing.name, node.thing.kind, Pictures.times(links[node.i].length, "link", "links")].join(", "));
  things.append("circle").attr("class", "ring").attr("r", (node) => node.r + 4);
  things.append("path").attr("class", "sign").attr("d", (node) => Pictures.shape(node.thing.kind, node.r));
  const labels = Pictures.nameLayer(svg, [...nodes].sort((a, b) => b.reports - a.reports || a.i - b.i),
    (node) => Pictures.short(node.thing.name, 26));

  let transform = d3.zoomIdentity;
  const at = (node) => transform.apply([node.x, node.y]);

  function redraw(now) {
    transform = now;
    lines.attr("d", (edge) => {
      const [x1, y1] = at(edge.source);
      const [x2, y2] = at(edge.target);
      if (!edge.bend) return `M${x1},${y1}L${x2},${y2}`;
      const long = Math.hypot(x2 - x1, y2 - y1) || 1;
      const side = (2 * edge.bend) / long;
      return `M${x1},${y1}Q${(x1 + x2) / 2 + (y2 - y1) * side},${(y1 + y2) / 2 - (x2 - x1) * side} ${x2},${y2}`;
    });
    things.attr("transform", (node) => `translate(${at(node)})`);
    Pictures.nameAround(labels, at, Pictures.bodies(nodes, at), 7);
  }

  function home() {
    const { clientWidth: width, clientHeight: height } = svg.node();
    const [x0, x1] = d3.extent(nodes, (node) => node.x);
    const [y0, y1] = d3.extent(nodes, (node) => node.y);
    const k = Math.min(1.6, (width - 110) / Math.max(1, x1 - x0), (height - 80) / Math.max(1, y1 - y0));
    return d3.zoomIdentity.translate(width / 2, height / 2 - 6).scale(k).translate(-(x0 + x1) / 2, -(y0 + y1) / 2);
  }

  const stage = Pictures.stage({ redraw, extent: [0.1, 8], home });

  function mark(node) {
    svg.classed("choosing", !!node);
    const near = new Set(node ? links[node.i].flatMap((edge) => [edge.source, edge.target]) : []);
    for (const marked of [things, labels]) {
      marked.classed("near", (other) => near.has(other)).classed("chosen", (other) => other === node);
    }
    lines.classed("near", (edge) => !!node && (edge.source === node || edge.target === node));
  }

  function tell(node) {
    const list = Pictures.element("ul");
    const own = links[node.i];
    for (const edge of own.slice(0, 25)) {
      const row = Pictures.element("li");
      const other = edge.source === node ? edge.target : edge.source;
      if (edge.source === node || edge.relation === "meetsWith") {
        row.append(edge.label + " ", Pictures.linked(other.thing));
      } else {
        row.append(Pictures.linked(other.thing), " " + edge.label);
      }
      if (edge.status !== "asserted") row.append(" ", Pictures.status(edge.status));
      const when = edge.when ? (edge.reported ? "reported " : "") + edge.when + ", " : "";
      row.append(Pictures.element("div", when + Pictures.times(edge.articles, "article", "articles"), "kind"));
      list.append(row);
    }
    const rest = own.length > 25 ? [Pictures.element("p", own.length - 25 + " more are in the table.", "quiet")] : [];
    const opens = Pictures.page(node.thing)
      ? [Pictures.actions(Pictures.link(Pictures.page(node.thing), "Open its page", "button"), Pictures.link(Pictures.about(node.thing), "Centre on it", "button plain"))]
      : [];
    Pictures.details(Pictures.element("h2", node.thing.name), Pictures.element("p", node.thing.kind, "kind"), ...opens, list, ...rest);
  }

  let chosen = null;
  const choose = (node) => {
    chosen = node;
    mark(node);
    if (node) tell(node);
  };
  const open = (node) => {
    if (Pictures.page(node.thing)) location.href = Pictures.page(node.thing);
  };
  things
    .on("mouseenter", (event, node) => !chosen && mark(node))
    .on("mouseleave", () => !chosen && mark(null))
    .on("click", (event, node) => {
      event.stopPropagation();
      choose(node);
    })
    .on("dblclick", (event, node) => open(node))
    .on("focus.tell", function (event, node) {
      if (this.matches(":focus-visible")) {
        choose(node);
        stage.reveal(...at(node));
      }
    });
  svg.on("click", () => choose(null));
  svg.on("keydown.leave", (event) => event.key === "Escape" && choose(null));
  things.call(d3.drag()
    .container(() => svg.node())
    .subject((event, node) => ({ x: at(node)[0], y: at(node)[1] }))
    .on("drag", (event, node) => {
      [node.x, node.y] = transform.invert([event.x, event.y]);
      redraw(transform);
    }));
  Pictures.rove(things, at, open);
  if (view.centre >= 0) choose(nodes[view.centre]);
})();

"use strict";
(async () => {
  if (!document.getElementById("drawing")) return;
  const view = await Pictures.load();
  if (!view) return;
  let outlines;
  try {
    outlines = await (await fetch("/start/assets/outlines.json")).json();
  } catch (gone) {
    outlines = { countries: [] };
  }
  Pictures.legend();
  Pictures.names(view.places.map((entry) => entry.place));

  const svg = d3.select("#drawing");
  const node = svg.node();
  const projection = d3.geoNaturalEarth1().rotate([-11, 0]);
  const path = d3.geoPath(projection);
  const spots = view.places.filter((entry) => entry.located)
    .map((entry) => ({ ...entry, r: Math.min(24, 5 + 2.1 * Math.sqrt(entry.count)), so: entry.events.some((event) => event.status === "asserted") }));

  svg.classed("world", true);
  const world = svg.append("g").attr("aria-hidden", "true");
  const sphere = world.append("path").attr("class", "sphere");
  const lands = world.selectAll(".land").data(outlines.countries).join("path").attr("class", "land");
  // The smaller lie on the larger; Tab and names begin with the larger.
  const things = svg.append("g").selectAll("g").data(spots).join("g")
    .attr("class", (spot) => "thing spot kind-" + spot.place.kind + (spot.so ? "" : " hollow hollow-" + (spot.events[0] || { status: "possible" }).status))
    .attr("role", "button")
    .attr("aria-label", (spot) => spot.place.name + ", " + spot.place.kind + ", " + Pictures.times(spot.count, "event", "events"));
  things.append("circle").attr("class", "ring").attr("r", (spot) => spot.r + 3);
  things.append("path").attr("class", "sign").attr("d", (spot) => Pictures.shape(spot.place.kind, spot.r));
  things.filter((spot) => spot.count > 1 && spot.r > 8).append("text").attr("class", "number").attr("y", 4).text((spot) => spot.count);
  const labels = Pictures.nameLayer(svg, spots, (spot) => Pictures.short(spot.place.name, 24));

  let transform = d3.zoomIdentity;
  const at = (spot) => transform.apply(spot.on);

  function home() {
    const { clientWidth: width, clientHeight: height } = node;
    projection.fitExtent([[6, 6], [width - 6, height - 6]], { type: "Sphere" });
    sphere.attr("d", path({ type: "Sphere" }));
    lands.attr("d", (country) => path({ type: "MultiPolygon", coordinates: country.polygons }));
    for (const spot of spots) spot.on = projection([spot.longitude, spot.latitude]);
    if (spots.length === 0) return d3.zoomIdentity;
    const [x0, x1] = d3.extent(spots, (spot) => spot.on[0]);
    const [y0, y1] = d3.extent(spots, (spot) => spot.on[1]);
    const k = Math.max(1, Math.min(5, (width - 120) / Math.max(1, x1 - x0), (height - 120) / Math.max(1, y1 - y0)));
    return d3.zoomIdentity.translate(width / 2, height / 2).scale(k).translate(-(x0 + x1) / 2, -(y0 + y1) / 2);
  }

  function redraw(now) {
    transform = now;
    world.attr("transform", now);
    things.attr("transform", (spot) => `translate(${at(spot)})`);
    Pictures.nameAround(labels, at, Pictures.bodies(spots, at), 3);
  }

  const stage = Pictures.stage({ redraw, extent: [1, 60], home });

  function all() {
    things.classed("chosen", false);
    labels.classed("chosen", false);
    const list = Pictures.element("ol");
    for (const entry of view.places) {
      const row = Pictures.element("li");
      const button = Pictures.element("button", undefined, "row");
      button.type = "button";
      const name = Pictures.element("span", entry.place.name);
      if (!entry.located) name.append(Pictures.element("span", " not on the map", "kind"));
      button.append(name, Pictures.element("span", String(entry.count), "count"));
      button.addEventListener("click", () => choose(entry, true));
      row.append(button);
      list.append(row);
    }
    Pictures.details(Pictures.element("h2", "Places"), Pictures.element("p", "Events at each; choose one to read of them.", "kind"), list);
  }

  function choose(entry, byHand) {
    for (const marked of [things, labels]) {
      marked.classed("chosen", (spot) => spot.place.href === entry.place.href);
    }
    const list = Pictures.element("ul");
    for (const event of entry.events) {
      const row = Pictures.element("li");
      row.append(event.kind === "visit" ? "Visit by " : "", Pictures.linked(event.what));
      if (event.status !== "asserted") row.append(" ", Pictures.status(event.status));
      const when = event.when ? (event.reported ? "reported " : "") + event.when + ", " : "";
      const kind = event.kind === "visit" ? "" : event.kind + ", ";
      row.append(Pictures.element("div", kind + when + Pictures.times(event.articles, "article", "articles"), "kind"));
      list.append(row);
    }
    const back = Pictures.element("button", "All places", "plain");
    back.type = "button";
    back.addEventListener("click", () => {
      all();
      document.querySelector("#details button")?.focus();
    });
    const opens = Pictures.page(entry.place) ? [Pictures.link(Pictures.page(entry.place), "Open its page", "button")] : [];
    const rest = entry.count > entry.events.length ? [Pictures.element("p", entry.count - entry.events.length + " more; narrow by days to see them.", "quiet")] : [];
    Pictures.details(
      Pictures.element("h2", entry.place.name),
      Pictures.element("p", entry.place.kind + (entry.located ? "" : ", not on the map"), "kind"),
      Pictures.actions(...opens, back), list, ...rest);
    if (byHand) {
      const spot = spots.find((other) => other.place.href === entry.place.href);
      if (spot) stage.reveal(...at(spot));
      back.focus();
    }
  }

  things
    .on("click", (event, spot) => {
      event.stopPropagation();
      choose(spot, false);
    })
    .on("focus.tell", function (event, spot) {
      if (this.matches(":focus-visible")) {
        choose(spot, false);
        stage.reveal(...at(spot));
      }
    })
    .on("mouseenter", (event, spot) => labels.classed("near", (other) => other === spot))
    .on("mouseleave", () => labels.classed("near", false));
  Pictures.rove(things, at, (spot) => choose(spot, true));
  all();
})();
